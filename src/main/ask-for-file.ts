import { BrowserWindow, dialog } from 'electron'

/** The one window there is, which a dialog belongs to. */
function findWindow(): BrowserWindow | undefined {
  return BrowserWindow.getAllWindows()[0]
}

/** Shows the system's own dialog for saving a file of one kind, under `title`. Null when it was closed. */
export async function askForPath(
  suggestion: string,
  title: string,
  kind = 'PDF',
  extension = 'pdf',
): Promise<string | null> {
  const options = { title, defaultPath: suggestion, filters: [{ name: kind, extensions: [extension] }] }
  const window = findWindow()
  const { canceled, filePath } = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options)
  return canceled || filePath === '' ? null : filePath
}

/** Shows the system's own dialog for choosing one file, under `title`; `kind` names what it may be. Null when it was closed. */
async function askForFile(title: string, kind: string, extensions: string[]): Promise<string | null> {
  const window = findWindow()
  const options = { title, filters: [{ name: kind, extensions }], properties: ['openFile' as const] }
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options)
  return canceled ? null : (filePaths[0] ?? null)
}

/** Asks for one picture. Null when the dialog was closed. */
export function askForLogo(title: string, kind: string): Promise<string | null> {
  return askForFile(title, kind, ['png', 'jpg', 'jpeg', 'svg'])
}

/** Asks for one file of bundles. Null when the dialog was closed. */
export function askForBundles(title: string, kind: string): Promise<string | null> {
  return askForFile(title, kind, ['json'])
}
