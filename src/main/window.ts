import { BrowserWindow, dialog, type Session } from 'electron'
import type { Catalogue } from '../words/catalogues.ts'

type DialogWords = Catalogue['window']['dialog']

/**
 * Opens the one window, on `url`; it shows itself once it has something to show.
 * @param speak the words of its dialogs, in the language it has when one is shown
 */
export function openWindow(url: string, preload: string, session: Session, speak: () => DialogWords): BrowserWindow {
  const window = new BrowserWindow({
    title: 'CareSheet',
    width: 1280,
    height: 800,
    minWidth: 800,
    minHeight: 600,
    backgroundColor: '#f4f6f7',
    show: false,
    webPreferences: {
      preload,
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  window.webContents.on('render-process-gone', () => void offerReload(window, speak()))
  void window.loadURL(url)
  return window
}

/** The page died, as when memory ran out: says so, instead of leaving an empty window. */
async function offerReload(window: BrowserWindow, words: DialogWords): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: words.windowDied,
    buttons: [words.startAgain, words.close],
    defaultId: 0,
    cancelId: 1,
  })
  if (response === 0) window.webContents.reload()
  else window.close()
}

/** Loads the page anew: with it goes all that it held in memory. */
export function reloadWindow(): void {
  BrowserWindow.getAllWindows()[0]?.webContents.reload()
}

/** Brings the window to the front, for someone who started the app a second time. */
export function focusWindow(): void {
  const window = BrowserWindow.getAllWindows()[0]
  if (window?.isMinimized()) window.restore()
  window?.focus()
}
