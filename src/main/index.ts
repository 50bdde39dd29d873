// Imported for what it does, and before all that builds a schema.
// oxlint-disable-next-line import/no-unassigned-import
import '../ipc/configure-zod.ts'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { app, dialog, ipcMain, powerMonitor, protocol, safeStorage, session } from 'electron'
import { chooseWindowLanguage } from '../words/catalogue.ts'
import { catalogues } from '../words/catalogues.ts'
import { createAppHandler, listServedFiles } from './app-protocol.ts'
import {
  askForArchive,
  askForExport,
  askForFolder,
  askForGiven,
  askForLogo,
  askForNew,
  askForPath,
} from './ask-for-file.ts'
import { askWhileShown } from './ask-while-shown.ts'
import { makeHandWatch } from './auto-lock.ts'
import { openDataFolder } from './data-folder.ts'
import { failVisibly, stopWithMessage } from './fail-visibly.ts'
import { followWork } from './follow-work.ts'
import { createHandlers } from './handlers.ts'
import type { Services } from './services.ts'
import { logFailure } from './log-failure.ts'
import { installMenu } from './menu.ts'
import { lockNavigation } from './navigation-lock.ts'
import { lockSessionNetwork, switchNetworkOff } from './network-lock.ts'
import { openBundleFile } from './open-bundle-file.ts'
import { openServices } from './open-services.ts'
import { appOrigin, readDevelopmentOrigin } from './origins.ts'
import { listPaths } from './paths.ts'
import { denyPermissions } from './permission-lock.ts'
import { readAbout } from './read-about.ts'
import { findBundleFile } from './read-command-line.ts'
import { serve } from './serve.ts'
import { focusWindow, openWindow, reloadWindow } from './window.ts'

/** How long a closed window's last wishes may take, in milliseconds: a disk is quicker, a printer may never answer. */
const mostWaitAtQuit = 5000

const developmentOrigin = readDevelopmentOrigin()

// Before anything writes a file or opens a socket.
process.umask(0o077)
failVisibly()
const data = openDataFolder(() => app.getPath('userData'), app.getPath('temp'))
app.setPath('userData', data.folder)
// The page tidies its memory once it rests (hold-pdf.ts): the browser would wait for a need that may never come.
app.commandLine.appendSwitch('js-flags', '--expose-gc')
switchNetworkOff(app.commandLine, developmentOrigin === null ? null : new URL(developmentOrigin).hostname)
// Taking back --no-sandbox would stop Chromium for root, where the tests of a build machine run.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])

app.on('session-created', (created) => {
  denyPermissions(created)
  lockSessionNetwork(created, developmentOrigin)
})
app.on('web-contents-created', (_event, contents) => lockNavigation(contents, developmentOrigin))
app.on('window-all-closed', () => app.quit())

/** Milliseconds after the page is loaded in which it draws itself and the first sheet. */
const pauseBeforeRest = 1500

function start(): void {
  const paths = listPaths(app.getAppPath(), app.getPath('userData'))
  // A partition without "persist:" lives in memory, so that nothing the page stores reaches the disk.
  const pages = session.fromPartition('caresheet')
  const served = new Map([...listServedFiles(paths.renderer), ...listServedFiles(paths.fonts, `${appOrigin}/fonts`)])
  pages.protocol.handle('app', createAppHandler(served))
  // The window comes first: while its process starts, the records and the library are opened.
  const window = openWindow({
    url: developmentOrigin ?? `${appOrigin}/index.html`,
    preload: paths.preload,
    session: pages,
    placeFile: paths.windowPlace,
    speak: () => speak().dialog,
  })
  let clearings = 0
  const clearing = {
    count: () => clearings,
    tell: () => void dialog.showMessageBox(window, { type: 'warning', message: speak().dialog.tooLate }),
  }
  const ask = {
    forPath: askWhileShown((suggestion: string) => askForPath(suggestion, speak().dialog.saveTitle), clearing),
    forBundles: {
      toOpen: () => askForGiven(speak().dialog.bundlesOpen, speak().dialog.bundles),
      toSave: () => askForNew('bundles.caresheet-bundles', speak().dialog.bundlesSave, speak().dialog.bundles),
    },
    forSnippets: {
      toOpen: () => askForGiven(speak().dialog.snippetsOpen, speak().dialog.snippets),
      toSave: () => askForNew('snippets.json', speak().dialog.snippetsSave, speak().dialog.snippets),
    },
    forLogo: () => askForLogo(speak().dialog.logoTitle, speak().dialog.pictures),
    forExport: (suggestion: string) => askForExport(suggestion, speak().dialog.exportTitle),
    forFollowUps: askWhileShown(
      (suggestion: string) => askForArchive(suggestion, speak().followUps.exportTitle),
      clearing,
    ),
    forPatient: askWhileShown((suggestion: string) => askForArchive(suggestion, speak().dialog.patientTitle), clearing),
    forFolder: () => askForFolder(speak().dialog.folderTitle),
  }
  const { services, close, openRest, touch, lockNow } = openServices(paths, ask, {
    appVersion: app.getVersion(),
    systemLanguage: app.getLocale(),
    safeStorage,
    onLockedAway: () => {
      clearings += 1
      reloadWindow()
    },
    countClearings: clearing.count,
  })
  const speak = () => catalogues[chooseWindowLanguage(services.readSettings().windowLanguage, app.getLocale())].window
  const asked = followWork()
  let isAllAnswered = false
  app.on('will-quit', (event) => {
    if (!isAllAnswered) {
      event.preventDefault()
      void asked.settle(mostWaitAtQuit).then(() => {
        isAllAnswered = true
        setImmediate(() => app.quit()) // never within the event: Electron would still be quitting, and not hear it
      })
      return
    }
    close()
    if (data.isPassing) rmSync(data.folder, { recursive: true, force: true })
  })
  const saveSettings: Services['saveSettings'] = async (clinic) => {
    const saved = await services.saveSettings(clinic)
    installMenu(speak().menu) // the window may speak another language now
    return saved
  }
  const about = () => readAbout(paths.licences, app.getVersion(), process.versions)
  const handlers = createHandlers({ ...services, saveSettings, readAbout: about })
  serve(ipcMain, handlers, { origins: [developmentOrigin ?? appOrigin], follow: asked.follow, logFailure })
  installMenu(speak().menu)
  const isByHand = makeHandWatch()
  window.webContents.on('input-event', (_event, input) => {
    if (isByHand(input)) touch()
  })
  window.on('focus', touch) // as the page has it, whose warning counts from there
  window.webContents.once('did-finish-load', () => void setTimeout(openRest, pauseBeforeRest))
  powerMonitor.on('suspend', lockNow)
  powerMonitor.on('lock-screen', lockNow)
  const openGiven = (args: readonly string[], folder: string) => {
    const file = findBundleFile(args)
    if (file === null) return
    void openBundleFile(resolve(folder, file), {
      take: services.bundles.takeFrom,
      tell: (message) => void dialog.showMessageBox(window, { message }),
      words: speak().dialog,
    })
  }
  window.once('ready-to-show', () => openGiven(process.argv, process.cwd()))
  app.on('second-instance', (_event, args, folder) => {
    focusWindow()
    openGiven(args, folder)
  })
  if (data.isPassing) void dialog.showMessageBox(window, { type: 'warning', message: speak().dialog.folderClosed })
}

if (app.requestSingleInstanceLock()) app.whenReady().then(start).catch(stopWithMessage)
else app.exit(0)
