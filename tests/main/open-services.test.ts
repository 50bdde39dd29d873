import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openServices } from '../../src/main/open-services.ts'
import { listPaths } from '../../src/main/paths.ts'
import { useTempFolder } from '../store/temp-folder.ts'

const folder = useTempFolder()
const closed = async () => null

test('D9: a sheet that a kill left on its way to the printer is gone once the app has started', () => {
  const paths = listPaths(folder(), folder())
  mkdirSync(paths.printing)
  const left = join(paths.printing, 'left.pdf')
  writeFileSync(left, '%PDF Patient Name')
  const dialogs = { toOpen: closed, toSave: closed }
  const { close } = openServices(
    paths,
    {
      forPath: closed,
      forLogo: closed,
      forBundles: dialogs,
      forSnippets: dialogs,
      forFollowUps: closed,
      forExport: closed,
      forFolder: closed,
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
      onLockedAway: () => undefined,
    },
  )
  const isThere = existsSync(left)
  close()
  expect(isThere).toBe(false)
})
