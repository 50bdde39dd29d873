import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Catalogue } from '../words/catalogues.ts'

type MenuWords = Catalogue['window']['menu']

/** An item that does what a key does in the window: it presses that key there, so that both are one thing. */
function pressKey(label: string, keyCode: string, modifier: 'control' | 'shift' | null = 'control') {
  const prefix = modifier === null ? '' : modifier === 'control' ? 'CmdOrCtrl+' : 'Shift+'
  return {
    label,
    accelerator: `${prefix}${keyCode}`,
    registerAccelerator: false, // the window listens for the key itself
    click: () => {
      const page = BrowserWindow.getAllWindows()[0]?.webContents
      const modifiers = modifier === null ? [] : [modifier]
      for (const type of ['keyDown', 'keyUp'] as const) page?.sendInputEvent({ type, keyCode, modifiers })
    },
  } satisfies MenuItemConstructorOptions
}

/** The menus of a window, without reload, developer tools or links. */
export function listMenus(words: MenuWords, platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const file: MenuItemConstructorOptions[] = [
    pressKey(words.newPatient, 'N'),
    pressKey(words.bundles, 'B'),
    { type: 'separator' },
    pressKey(words.save, 'S'),
    pressKey(words.print, 'P'),
    ...(platform === 'darwin' ? [] : ([{ type: 'separator' }, { role: 'quit', label: words.quit }] as const)),
  ]
  const edit: MenuItemConstructorOptions[] = [
    pressKey(words.undo, 'Z'),
    pressKey(words.redo, 'Y'),
    { type: 'separator' },
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    { role: 'selectAll', label: words.selectAll },
    { type: 'separator' },
    pressKey(words.find, 'K'),
  ]
  const view: MenuItemConstructorOptions[] = [
    pressKey(words.sheet, '1'),
    pressKey(words.topics, '2'),
    pressKey(words.history, '3'),
    pressKey(words.settings, ','),
    { type: 'separator' },
    { role: 'resetZoom', label: words.actualSize },
    { role: 'zoomIn', label: words.zoomIn },
    { role: 'zoomOut', label: words.zoomOut },
    { type: 'separator' },
    { role: 'togglefullscreen', label: words.fullScreen },
  ]
  const window: MenuItemConstructorOptions[] = [
    { role: 'minimize', label: words.minimize },
    { role: 'close', label: words.close },
  ]
  const help: MenuItemConstructorOptions[] = [pressKey(words.keys, 'F1', null), pressKey(words.about, 'F1', 'shift')]
  return [
    ...(platform === 'darwin' ? ([{ role: 'appMenu' }] as const) : []),
    { label: words.file, submenu: file },
    { label: words.edit, submenu: edit },
    { label: words.view, submenu: view },
    { role: 'windowMenu', label: words.window, submenu: window },
    { role: 'help', label: words.help, submenu: help },
  ]
}

/** Puts the menus up, in place of those before. */
export function installMenu(words: MenuWords): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(listMenus(words, process.platform)))
}
