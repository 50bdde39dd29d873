import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openDataFolder } from '../../src/main/data-folder.ts'
import { useTempFolder } from '../store/temp-folder.ts'

const folder = useTempFolder()

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined))
afterEach(() => vi.restoreAllMocks())

test.each(['plain', 'a b', "it's “so”", '数据 文件夹', '📁 données'])('R10: data lies in the folder %s', (name) => {
  const wanted = join(folder(), name, 'CareSheet')
  expect(openDataFolder(() => wanted, folder())).toEqual({ folder: wanted, isPassing: false })
  expect(statSync(wanted).mode & 0o777).toBe(0o700)
})

test('R10: where no folder can be made, there is one for this run, for this account only', () => {
  writeFileSync(join(folder(), 'home'), 'a file')
  const { folder: made, isPassing } = openDataFolder(() => join(folder(), 'home', 'CareSheet'), folder())
  expect(isPassing).toBe(true)
  expect(existsSync(made)).toBe(true)
  expect(statSync(made).mode & 0o777).toBe(0o700)
})

test('R10: where Electron cannot even name the folder, as without a home, there is one for this run', () => {
  const refuse = (): never => {
    throw new Error('no such path')
  }
  expect(openDataFolder(refuse, folder()).isPassing).toBe(true)
})
