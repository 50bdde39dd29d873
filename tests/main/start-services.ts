import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { openServices } from '../../src/main/open-services.ts'
import { listPaths } from '../../src/main/paths.ts'
import { fontFolder } from '../pdf/render.ts'
import { library } from '../pdf/shipped.ts'

const source = resolve(import.meta.dirname, '../../src/main')
const closed = async () => null
const dialogs = { toOpen: closed, toSave: closed }
type Asked = Parameters<typeof openServices>[1]

/** Everything that answers the window, with its data in `folder`; dialogs are closed unless `ask` answers them. */
export function startServices(folder: string, ask: Partial<Asked> = {}) {
  const cleared: string[] = []
  const paths = {
    ...listPaths(folder, folder),
    fonts: fontFolder,
    renderWorker: join(source, 'render-worker.ts'),
    backupWorker: join(source, 'backup-worker.ts'),
  }
  mkdirSync(dirname(paths.library), { recursive: true })
  writeFileSync(paths.library, JSON.stringify(library))
  const opened = openServices(
    paths,
    {
      forPath: closed,
      forLogo: closed,
      forBundles: dialogs,
      forSnippets: dialogs,
      forFollowUps: closed,
      forPatient: closed,
      forExport: closed,
      forFolder: closed,
      ...ask,
    },
    {
      appVersion: '1.2.3',
      systemLanguage: 'en',
      safeStorage: {
        getSelectedStorageBackend: () => 'basic_text',
        isEncryptionAvailable: () => false,
        encryptString: (text) => Buffer.from(text),
        decryptString: (bytes) => bytes.toString(),
      },
      onLockedAway: () => void cleared.push('cleared'),
      countClearings: () => cleared.length,
    },
  )
  return { ...opened, cleared }
}
