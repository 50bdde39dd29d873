import { BrowserWindow, dialog } from 'electron'

/** The one window there is, which a dialog belongs to. */
function findWindow(): BrowserWindow | undefined {
  return BrowserWindow.getAllWindows()[0]
}

/** Shows the system's own dialog for saving a PDF, under `title`. Null when it was closed. */
export async function askForPath(suggestion: string, title: string): Promise<string | null> {
  const options = { title, defaultPath: suggestion, filters: [{ name: 'PDF', extensions: ['pdf'] }] }
  const window = findWindow()
  const { canceled, filePath } = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options)
  return canceled || filePath === '' ? null : filePath
}

const pictures = ['png', 'jpg', 'jpeg', 'svg']

/** Shows the system's own dialog for choosing one picture, under `title`; `kind` names what it may be. Null when it was closed. */
export async function askForLogo(title: string, kind: string): Promise<string | null> {
  const window = findWindow()
  const options = { title, filters: [{ name: kind, extensions: pictures }], properties: ['openFile' as const] }
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options)
  return canceled ? null : (filePaths[0] ?? null)
}
