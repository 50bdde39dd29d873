import { BrowserWindow, dialog } from 'electron'

/** Shows the system's own dialog for saving a PDF, under `title`. Null when it was closed. */
export async function askForPath(suggestion: string, title: string): Promise<string | null> {
  const options = { title, defaultPath: suggestion, filters: [{ name: 'PDF', extensions: ['pdf'] }] }
  const window = BrowserWindow.getAllWindows()[0]
  const { canceled, filePath } = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options)
  return canceled || filePath === '' ? null : filePath
}
