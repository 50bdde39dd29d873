import fs, { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { goOnRemoving, removeAsides } from '../../../src/store/history/remove-asides.ts'
import { useTempFolder } from '../temp-folder.ts'

const folder = useTempFolder()
const file = () => join(folder(), 'history.db')
const aside = 'history-damaged-2026-11-01T00-00-00.db'

/** As where another program has a file open, on Windows. */
function refuse(...calls: readonly ('rmSync' | 'truncateSync')[]): void {
  const { rmSync: remove } = fs
  vi.spyOn(fs, 'rmSync').mockImplementation((path, options) => {
    if (calls.includes('rmSync') && String(path).includes('history-damaged')) throw new Error('EBUSY')
    remove(path, options)
  })
  if (calls.includes('truncateSync'))
    vi.spyOn(fs, 'truncateSync').mockImplementation(() => {
      throw new Error('EBUSY')
    })
  syncBuiltinESMExports()
}
function allow(): void {
  vi.restoreAllMocks()
  syncBuiltinESMExports()
}
afterEach(allow)

function keepAside(name = aside): void {
  writeFileSync(join(folder(), name), 'wraps of the key')
}

test('damaged files that were set aside go, their journals too, and nothing else', () => {
  for (const name of [aside, `${aside}-wal`, 'history.db', 'clinic-damaged-1.db']) keepAside(name)
  expect(removeAsides(file())).toEqual([])
  expect(readdirSync(folder()).toSorted()).toEqual(['clinic-damaged-1.db', 'history.db'])
})

test('D10: one that cannot be deleted is emptied, so that no wrap of a key is left in it, and goes later', () => {
  keepAside()
  refuse('rmSync')
  expect(removeAsides(file())).toEqual([])
  expect(readFileSync(join(folder(), aside))).toHaveLength(0)
  allow()
  expect(goOnRemoving(file(), true)).toEqual([])
  expect(readdirSync(folder())).toEqual([])
})

test('D10: one that can be neither is named, at the next start again, until it is gone; one of later stays', () => {
  keepAside()
  refuse('rmSync', 'truncateSync')
  expect(removeAsides(file())).toEqual([aside])
  expect(goOnRemoving(file(), true)).toEqual([aside])
  allow()
  const later = 'history-damaged-2026-11-22T00-00-00.db'
  keepAside(later)
  expect(goOnRemoving(file(), true)).toEqual([])
  expect(readdirSync(folder())).toEqual([later])
  expect(goOnRemoving(file(), true)).toEqual([])
  expect(existsSync(join(folder(), later))).toBe(true)
})

test('D10: one that was to go stays named, and is tried again, when those of before a day go', () => {
  keepAside()
  refuse('rmSync', 'truncateSync')
  removeAsides(file())
  expect(removeAsides(file(), '2026-10-01')).toEqual([aside])
  expect(goOnRemoving(file(), true)).toEqual([aside])
  allow()
  expect(removeAsides(file(), '2026-10-01')).toEqual([])
  expect(readdirSync(folder())).toEqual([])
})

test('what bears another name too, as the history itself after a kill, is not emptied', () => {
  keepAside()
  fs.linkSync(join(folder(), aside), file())
  refuse('rmSync')
  expect(removeAsides(file())).toEqual([aside])
  expect(readFileSync(file(), 'utf8')).toBe('wraps of the key')
  allow()
  rmSync(file())
})
