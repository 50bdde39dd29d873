import fs, {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  type StatSyncOptions,
} from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { writeEnglish } from '../../src/domain/message.ts'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { addHandout, listHandouts } from '../../src/store/handout-store.ts'
import { holdPlace } from '../../src/store/hold-place.ts'
import { makeHandout } from './make-handout.ts'
import { useClinic } from './use-clinic.ts'

const { folder, file, keep, use, openAgain } = useClinic()
const count = () => use((db) => listHandouts(db, {}, null, 50).handouts.length)
const names = () => readdirSync(folder()).filter((name) => name !== 'backups')

function countIn(path: string): number {
  const db = openClinicDatabase(path)
  const { length } = listHandouts(db, {}, null, 50).handouts
  db.close()
  return length
}

/** Another file in the place of clinic.db, as a program that keeps folders alike on two computers puts it there. */
function replace(): void {
  const other = join(folder(), 'other.db')
  const db = openClinicDatabase(other)
  addHandout(db, makeHandout(77))
  db.close()
  renameSync(other, file())
}

test.each<[string, () => void, string]>([
  ['taken away', () => rmSync(file()), 'records-removed'],
  ['taken away with its journal', () => ['', '-wal', '-shm'].forEach((end) => rmSync(file() + end)), 'records-removed'],
  ['replaced', replace, 'records-replaced'],
  ['left without its journal', () => rmSync(`${file()}-wal`), 'records-removed'],
  ['left without all beside it', () => ['-wal', '-shm'].forEach((end) => rmSync(file() + end)), 'records-removed'],
  [
    'left with an empty journal',
    () => (rmSync(`${file()}-wal`), writeFileSync(`${file()}-wal`, '')),
    'records-removed',
  ],
])(
  'R7: a clinic.db that is %s while CareSheet runs is put back with all it held, and that is told',
  (_, lose, told) => {
    const kept = keep()
    for (let number = 0; number < 5; number += 1) addHandout(kept.open(), makeHandout(number))
    lose()
    for (let number = 5; number < 10; number += 1) kept.use((db) => addHandout(db, makeHandout(number)))
    expect(kept.listHealed().map(({ id }) => id)).toEqual([told])
    const killed = join(folder(), 'killed')
    mkdirSync(killed)
    for (const name of ['clinic.db', 'clinic.db-wal']) copyFileSync(join(folder(), name), join(killed, name))
    expect(countIn(join(killed, 'clinic.db'))).toBe(10)
    rmSync(killed, { recursive: true })
    kept.close()
    expect(count()).toBe(10)
    const asides = names().filter((name) => name.startsWith('clinic-replaced'))
    if (told === 'records-removed') expect(asides).toEqual([])
    else {
      expect(kept.listHealed().map(writeEnglish)[0]).toMatch(`is kept as ${asides[0]}.`)
      expect(asides).toHaveLength(1) // and no journal of ours beside it
      const other = openClinicDatabase(join(folder(), asides[0] ?? ''))
      expect(listHandouts(other, {}, null, 9).handouts).toEqual([makeHandout(77)])
      other.close()
    }
  },
)

test.each([
  ['a file and its journal', ['', '-wal', '-shm']],
  ['a journal', ['-wal', '-shm']],
])('R7: %s that another program put there is kept with what stands only in the journal', (what, taken) => {
  const kept = keep()
  addHandout(kept.open(), makeHandout(1))
  if (what === 'a journal') kept.open().pragma('wal_checkpoint(TRUNCATE)')
  const place = join(folder(), 'theirs.db')
  if (what === 'a journal') copyFileSync(file(), place)
  const theirs = openClinicDatabase(place)
  addHandout(theirs, makeHandout(77))
  for (const end of taken) copyFileSync(place + end, `${file()}${end}.new`)
  for (const end of taken) renameSync(`${file()}${end}.new`, file() + end)
  theirs.close()
  kept.use((db) => addHandout(db, makeHandout(2)))
  kept.close()
  expect([count(), kept.listHealed().map(({ id }) => id)]).toEqual([2, ['records-replaced']])
  const aside = names().find((name) => /^clinic-replaced.*db$/u.test(name)) ?? ''
  const found = openClinicDatabase(join(folder(), aside))
  expect(listHandouts(found, {}, null, 9).handouts).toContainEqual(makeHandout(77))
  found.close()
})

test('R7: what is taken away and never asked for again is put back before CareSheet ends', () => {
  const kept = keep()
  addHandout(kept.open(), makeHandout(1))
  rmSync(file())
  kept.close()
  expect([count(), names().toSorted()]).toEqual([1, ['clinic.db', 'copies.json']])
})

test('R7: a kill just before it is in its place again costs nothing', () => {
  const kept = keep()
  addHandout(kept.open(), makeHandout(1))
  rmSync(file())
  const { renameSync: rename } = fs
  let fresh: Buffer | undefined
  vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
    if (!String(from).endsWith('putting-back.db')) return rename(from, to)
    fresh = readFileSync(from)
    throw new Error('killed')
  })
  syncBuiltinESMExports()
  expect(() => kept.open()).toThrow(/could not be read or changed/u)
  kept.close() // which cannot put it back either
  vi.restoreAllMocks()
  syncBuiltinESMExports()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  for (const name of names()) rmSync(join(folder(), name))
  writeFileSync(join(folder(), 'putting-back.db'), fresh ?? '')
  expect(openAgain().told[0]).toBe('records-from-copy')
  expect([count(), names().filter((name) => name.startsWith('putting-back'))]).toEqual([1, []])
})

test('R7: a file that was taken away cannot be put back: it is told, and what is open stays open until it can', () => {
  const kept = keep()
  addHandout(kept.open(), makeHandout(1))
  rmSync(file())
  // called with the `this` of each database below
  // oxlint-disable-next-line typescript/unbound-method
  const prepare = Database.prototype.prepare
  const spy = vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (
    this: Database.Database,
    sql: string,
  ) {
    if (sql.startsWith('VACUUM')) throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' })
    return prepare.call(this, sql)
  })
  expect(() => kept.use((db) => addHandout(db, makeHandout(2)))).toThrow(/disk is full/u)
  spy.mockRestore()
  expect(names().filter((name) => name.startsWith('putting-back'))).toEqual([])
  kept.use((db) => addHandout(db, makeHandout(2)))
  kept.close()
  expect(count()).toBe(2)
})

test('a file that stays where it is, or is written over by a program that keeps its place, is not held for another', () => {
  const db = openClinicDatabase(file())
  const place = holdPlace(db)
  addHandout(db, makeHandout(1))
  expect(place.isLost()).toBe(false)
  writeFileSync(file(), readFileSync(file()))
  expect(place.isLost()).toBe(false)
  db.close()
})

test('a database in memory has no place to lose', () => {
  const db = openClinicDatabase(':memory:')
  expect(holdPlace(db).isLost()).toBe(false)
  db.close()
})

test.each([0n, 7n])('where a disk numbers no files (%i), only one that is gone is known to be lost', (first) => {
  const db = openClinicDatabase(file())
  const { statSync } = fs
  let number = first
  const spy = vi.spyOn(fs, 'statSync').mockImplementation(((path: string, options?: StatSyncOptions) => {
    const found = statSync(path, options)
    return found && Object.assign(found, { ino: number })
  }) as typeof statSync)
  syncBuiltinESMExports()
  const place = holdPlace(db)
  number = 0n
  expect(place.isLost()).toBe(false)
  spy.mockRestore()
  syncBuiltinESMExports()
  rmSync(file())
  expect(place.isLost()).toBe(true)
  db.close()
})
