import { buildAppIfChanged } from '../build/build-app.ts'
import { prepareElectron } from '../electron/prepare-electron.ts'
import { projectFolder } from '../project-folder.ts'
import { runWindow } from './run-window.ts'
import { stopOnError } from './stop-on-error.ts'

await stopOnError(async () => {
  if (buildAppIfChanged()) console.log('Built the app.')
  const electron = await prepareElectron()
  try {
    const options = [...electron.options, projectFolder, ...process.argv.slice(2)]
    process.exitCode = await runWindow(electron.executable, options, electron.environment)
  } finally {
    electron.stop()
  }
})
