import { join } from 'node:path'

/** Where everything is: what was installed, and what belongs to this account. */
export type Paths = {
  readonly preload: string
  readonly renderer: string
  readonly renderWorker: string
  readonly library: string
  readonly licences: string
  readonly fonts: string
  readonly userData: string
  readonly clinicDatabase: string
  readonly libraryDatabase: string
  readonly bundles: string
  readonly windowPlace: string
  readonly historyDatabase: string
  readonly backupWorker: string
  readonly backups: string
  readonly printing: string
  readonly writing: string
}

/**
 * @param appFolder the folder of the app's package.json, or its archive
 * @param userData the folder of this account, private to it
 */
export function listPaths(appFolder: string, userData: string): Paths {
  const out = join(appFolder, 'out')
  return {
    preload: join(out, 'preload', 'index.cjs'),
    renderer: join(out, 'renderer'),
    renderWorker: join(out, 'main', 'render-worker.cjs'),
    library: join(out, 'library.json'),
    licences: join(out, 'licences.json'),
    fonts: join(out, 'fonts'),
    userData,
    clinicDatabase: join(userData, 'clinic.db'),
    libraryDatabase: join(userData, 'library.db'),
    bundles: join(userData, 'bundles.json'),
    windowPlace: join(userData, 'window.json'),
    historyDatabase: join(userData, 'history.db'),
    backupWorker: join(out, 'main', 'backup-worker.cjs'),
    backups: join(userData, 'backups'),
    printing: join(userData, 'printing'),
    writing: join(userData, 'writing'),
  }
}
