import { Menu } from 'electron'

/** The menu that every program has, without reload, developer tools or links. */
export function installMenu(): void {
  const view = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ] as const
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      process.platform === 'darwin' ? { role: 'appMenu' } : { label: '&File', submenu: [{ role: 'quit' }] },
      { role: 'editMenu' },
      { label: '&View', submenu: [...view] },
    ]),
  )
}
