import { BrowserWindow, dialog, screen, type Session } from 'electron'
import type { Catalogue } from '../words/catalogues.ts'
import { keepWindowPlace, readWindowPlace } from './window-place.ts'

type DialogWords = Catalogue['window']['dialog']

type WindowStart = {
  readonly url: string
  readonly preload: string
  readonly session: Session
  /** where is kept where it stood */
  readonly placeFile: string
  /** the words of its dialogs, in the language it has when one is shown */
  readonly speak: () => DialogWords
}

/** Opens the one window, where it stood last; it shows itself once it has something to show. */
export function openWindow({ url, preload, session, placeFile, speak }: WindowStart): BrowserWindow {
  const place = readWindowPlace(
    placeFile,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  )
  const window = new BrowserWindow({
    title: 'CareSheet',
    width: place?.width ?? 1280,
    height: place?.height ?? 800,
    ...(place ? { x: place.x, y: place.y } : {}),
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
  window.once('ready-to-show', () => {
    if (place?.isMaximized) window.maximize()
    window.show()
  })
  rememberPlace(window, placeFile)
  window.webContents.on('render-process-gone', () => void offerReload(window, speak()))
  void window.loadURL(url)
  return window
}

/** Milliseconds after the last move before it is kept: a window is dragged in many small steps. */
const pauseBeforeKeeping = 500

function rememberPlace(window: BrowserWindow, file: string): void {
  const keep = () => {
    if (window.isDestroyed() || window.isFullScreen() || window.isMinimized()) return
    void keepWindowPlace(file, { ...window.getNormalBounds(), isMaximized: window.isMaximized() })
  }
  let timer: NodeJS.Timeout | undefined
  const keepSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(keep, pauseBeforeKeeping)
  }
  window.on('move', keepSoon)
  window.on('resize', keepSoon)
  window.on('close', keep)
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
