import { BrowserWindow, dialog } from 'electron'

/** Shows the system's own dialog for saving the records. Null when it was closed. */
export async function askForExport(suggestion: string): Promise<string | null> {
  const options = {
    title: 'Save all records',
    defaultPath: suggestion,
    filters: [{ name: 'JSON', extensions: ['json'] }],
  }
  const window = BrowserWindow.getAllWindows()[0]
  const { canceled, filePath } = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options)
  return canceled || filePath === '' ? null : filePath
}

/** Shows the system's own dialog for a folder. Null when it was closed. */
export async function askForFolder(): Promise<string | null> {
  const window = BrowserWindow.getAllWindows()[0]
  const options = { title: 'Folder for the copies', properties: ['openDirectory' as const, 'createDirectory' as const] }
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options)
  return canceled ? null : (filePaths[0] ?? null)
}
