import { chmodSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makePrivateFolder } from '../../src/store/private-folder.ts'
import { useTempFolder } from './temp-folder.ts'

const folder = useTempFolder()
const modeOf = (path: string) => statSync(path).mode & 0o777

test.skipIf(process.platform === 'win32')('a folder is for this account only, also one that others could enter', () => {
  const [fresh, open] = [join(folder(), 'a', 'b'), join(folder(), 'open')]
  makePrivateFolder(fresh)
  mkdirSync(open)
  chmodSync(open, 0o755)
  makePrivateFolder(open)
  expect([modeOf(fresh), modeOf(open)]).toEqual([0o700, 0o700])
})
