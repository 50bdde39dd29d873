import { installPrograms } from '../system/install-programs.ts'
import { openDisplay } from '../system/display.ts'
import { listMissingForElectron } from '../system/missing-programs.ts'
import { findElectron } from './find-electron.ts'

/** Everything an Electron window needs on this machine, ready to be used. */
export type ReadyElectron = {
  executable: string
  /** Chromium refuses its sandbox to root. */
  options: readonly string[]
  environment: NodeJS.ProcessEnv
  stop: () => void
}

/** Finds an Electron, installs or names the system libraries it lacks, and opens a screen for it. */
export async function prepareElectron(): Promise<ReadyElectron> {
  const { executable, variables } = await findElectron()
  installPrograms(listMissingForElectron(executable))
  const display = await openDisplay()
  const environment: NodeJS.ProcessEnv = { ...process.env, ...variables, ...display.variables }
  delete environment['ELECTRON_RUN_AS_NODE'] // set by editors that are Electron themselves; it would turn ours into a plain Node
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  if (isRoot) environment['NO_SANDBOX'] = '1'
  return { executable, options: isRoot ? ['--no-sandbox'] : [], environment, stop: display.stop }
}
