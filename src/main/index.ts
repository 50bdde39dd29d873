import { app, ipcMain, protocol, session } from 'electron'
import { createAppHandler, listServedFiles } from './app-protocol.ts'
import { askForPath } from './ask-for-path.ts'
import { askForExport, askForFolder } from './ask-for-records.ts'
import { failVisibly, stopWithMessage } from './fail-visibly.ts'
import { createHandlers } from './handlers.ts'
import { logFailure } from './log-failure.ts'
import { installMenu } from './menu.ts'
import { lockNavigation } from './navigation-lock.ts'
import { lockSessionNetwork, switchNetworkOff } from './network-lock.ts'
import { openServices } from './open-services.ts'
import { appOrigin, readDevelopmentOrigin } from './origins.ts'
import { listPaths } from './paths.ts'
import { denyPermissions } from './permission-lock.ts'
import { makePrivateFolder } from '../store/private-folder.ts'
import { serve } from './serve.ts'
import { focusWindow, openWindow } from './window.ts'

const developmentOrigin = readDevelopmentOrigin()

// Before anything writes a file or opens a socket.
process.umask(0o077)
failVisibly()
makePrivateFolder(app.getPath('userData'))
switchNetworkOff(app.commandLine, developmentOrigin === null ? null : new URL(developmentOrigin).hostname)
// Taking back --no-sandbox would stop Chromium for root, where the tests of a build machine run.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])

app.on('session-created', (created) => {
  denyPermissions(created)
  lockSessionNetwork(created, developmentOrigin)
})
app.on('web-contents-created', (_event, contents) => lockNavigation(contents, developmentOrigin))
app.on('second-instance', focusWindow)
app.on('window-all-closed', () => app.quit())

function start(): void {
  const paths = listPaths(app.getAppPath(), app.getPath('userData'))
  const { services, close } = openServices(paths, askForPath, { askForExport, askForFolder }, app.getVersion())
  app.on('will-quit', close)
  serve(ipcMain, createHandlers(services), { origins: [developmentOrigin ?? appOrigin], logFailure })
  installMenu()
  // A partition without "persist:" lives in memory, so that nothing the page stores reaches the disk.
  const pages = session.fromPartition('caresheet')
  const served = new Map([...listServedFiles(paths.renderer), ...listServedFiles(paths.fonts, `${appOrigin}/fonts`)])
  pages.protocol.handle('app', createAppHandler(served))
  openWindow(developmentOrigin ?? `${appOrigin}/index.html`, paths.preload, pages)
}

if (app.requestSingleInstanceLock()) app.whenReady().then(start).catch(stopWithMessage)
else app.exit(0)
