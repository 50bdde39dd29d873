import { BrowserWindow, dialog, type Session } from 'electron'

/** Opens the one window, on `url`; it shows itself once it has something to show. */
export function openWindow(url: string, preload: string, session: Session): BrowserWindow {
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
  window.webContents.on('render-process-gone', () => void offerReload(window))
  void window.loadURL(url)
  return window
}

/** The page died, as when memory ran out: says so, instead of leaving an empty window. */
async function offerReload(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The window stopped working. What was entered for this patient is gone; nothing was kept.',
    buttons: ['Start again', 'Close CareSheet'],
    defaultId: 0,
    cancelId: 1,
  })
  if (response === 0) window.webContents.reload()
  else window.close()
}

/** Brings the window to the front, for someone who started the app a second time. */
export function focusWindow(): void {
  const window = BrowserWindow.getAllWindows()[0]
  if (window?.isMinimized()) window.restore()
  window?.focus()
}
