import { readdirSync, readFileSync, statSync, writeFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLibraryDatabase } from '../../src/store/library-database.ts'
import { prepareSearch } from '../../src/store/search-library.ts'
import { makeLibrary } from './make-library.ts'
import { useTempFolder } from './temp-folder.ts'

const folder = useTempFolder()
const file = () => join(folder(), 'library.db')
const library = makeLibrary()

function find(words: string, hash = 'one'): (string | null)[] {
  const db = openLibraryDatabase(file(), library, hash)
  const causes = prepareSearch(db, library)(words, 'en').hits.map((hit) => hit.cause)
  db.close()
  return causes
}

const inode = () => statSync(file()).ino

test('the file is built once and then kept', () => {
  find('rust')
  const built = inode()
  expect([find('rust'), inode()]).toEqual([['rust'], built])
  expect(readdirSync(folder())).toEqual(['library.db'])
})

test('a file of another library is built anew', () => {
  find('rust', 'one')
  const built = inode()
  expect([find('rust', 'two'), inode() === built]).toEqual([['rust'], false])
})

test.each([
  ['cut off', (bytes: Buffer) => bytes.subarray(0, 5000)],
  ['empty', () => Buffer.alloc(0)],
  ['no database', () => Buffer.from('junk '.repeat(4000))],
  ['a page of zeros', (bytes: Buffer) => Buffer.from(bytes).fill(0, 4096, 8192)],
  ['a header of zeros', (bytes: Buffer) => Buffer.from(bytes).fill(0, 0, 100)],
])('R6: a damaged file (%s) is built anew, with the hits it had, and then kept', (_, damage) => {
  const findAll = () => ['rust', 'engine', 'fuel', 'polish'].map((words) => find(words))
  const hits = findAll()
  expect(hits).toEqual([['rust'], [null], ['old-fuel'], ['rust']])
  const built = inode()
  writeFileSync(file(), damage(readFileSync(file())))
  expect(find('rust')).toEqual(['rust'])
  const again = inode()
  expect(again).not.toBe(built)
  expect([findAll(), inode()]).toEqual([hits, again])
})

test('a journal left behind by an older file is not replayed into the new one', () => {
  find('rust')
  writeFileSync(file(), 'junk')
  writeFileSync(`${file()}-wal`, 'junk')
  mkdirSync(`${file()}.new`)
  expect(find('rust')).toEqual(['rust'])
  expect(readdirSync(folder())).toEqual(['library.db'])
})

test('it can live in memory when there is no disk to write to', () => {
  const db = openLibraryDatabase(':memory:', library, 'one')
  expect(prepareSearch(db, library)('rust', 'en').hits).toHaveLength(1)
  db.close()
})

test('a folder that cannot be written to is told in a sentence', () => {
  expect(() => openLibraryDatabase(join(folder(), 'none', 'library.db'), library, 'one')).toThrow(/^The .*\.$/)
})
