import { extname } from 'node:path'
import { BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron'

/** The one window there is, which a dialog belongs to. */
function findWindow(): BrowserWindow | undefined {
  return BrowserWindow.getAllWindows()[0]
}

async function askWhere(options: SaveDialogOptions): Promise<string | null> {
  const window = findWindow()
  const { canceled, filePath } = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options)
  return canceled || filePath === '' ? null : filePath
}

async function askWhich(options: OpenDialogOptions): Promise<string | null> {
  const window = findWindow()
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options)
  return canceled ? null : (filePaths[0] ?? null)
}

/** Shows the system's own dialog for saving a PDF, under `title`. Null when it was closed. */
export async function askForPath(suggestion: string, title: string): Promise<string | null> {
  return askWhere({ title, defaultPath: suggestion, filters: [{ name: 'PDF', extensions: ['pdf'] }] })
}

const pictures = ['png', 'jpg', 'jpeg', 'svg']

/** Shows the system's own dialog for choosing one picture, under `title`; `kind` names what it may be. Null when it was closed. */
export async function askForLogo(title: string, kind: string): Promise<string | null> {
  return askWhich({ title, filters: [{ name: kind, extensions: pictures }], properties: ['openFile'] })
}

/** Shows the system's own dialog for saving the records, under `title`. Null when it was closed. */
export async function askForExport(suggestion: string, title: string): Promise<string | null> {
  return askWhere({ title, defaultPath: suggestion, filters: [{ name: 'JSON', extensions: ['json'] }] })
}

/** Shows the system's own dialog for saving an archive, under `title`. Null when it was closed. */
export async function askForArchive(suggestion: string, title: string): Promise<string | null> {
  return askWhere({ title, defaultPath: suggestion, filters: [{ name: 'ZIP', extensions: ['zip'] }] })
}

/** Shows the system's own dialog for a folder, under `title`. Null when it was closed. */
export async function askForFolder(title: string): Promise<string | null> {
  return askWhich({ title, properties: ['openDirectory', 'createDirectory'] })
}

/** How the name of a file for another clinic ends: as the desktop knows bundles, and as any was saved before that. */
const givenFiles = ['json', 'caresheet-bundles']

/** Shows the system's own dialog for saving a file for another clinic, under `title`; `kind` names it. Null when it was closed. */
export async function askForNew(suggestion: string, title: string, kind: string): Promise<string | null> {
  const extension = extname(suggestion).slice(1)
  return askWhere({ title, defaultPath: suggestion, filters: [{ name: kind, extensions: [extension] }] })
}

/** Shows the system's own dialog for choosing a file of another clinic, under `title`; `kind` names it. Null when it was closed. */
export async function askForGiven(title: string, kind: string): Promise<string | null> {
  return askWhich({ title, filters: [{ name: kind, extensions: givenFiles }], properties: ['openFile'] })
}
