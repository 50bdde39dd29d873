import path from 'node:path'
import { prepareResources } from '../build/build-app.ts'
import { removeStamp } from '../build/build-stamp.mjs'
import { prepareElectron } from '../electron/prepare-electron.ts'
import { projectFolder } from '../project-folder.ts'
import { runWindow } from './run-window.ts'
import { stopOnError } from './stop-on-error.ts'

const electronVite = path.join(projectFolder, 'node_modules/electron-vite/bin/electron-vite.js')

await stopOnError(async () => {
  prepareResources()
  removeStamp(projectFolder) // development code lands in out/ too, and must not be taken for a build
  const electron = await prepareElectron()
  try {
    process.exitCode = await runWindow(
      process.execPath,
      [electronVite, 'dev', ...process.argv.slice(2)],
      electron.environment,
    )
  } finally {
    electron.stop()
  }
})
