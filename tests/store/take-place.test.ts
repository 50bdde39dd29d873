import fs, { existsSync, linkSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { basename, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { addHandout, listHandouts } from '../../src/store/handout-store.ts'
import { nameAside, takePlace } from '../../src/store/take-place.ts'
import { makeHandout } from './make-handout.ts'
import { useTempFolder } from './temp-folder.ts'

const folder = useTempFolder()
const file = () => join(folder(), 'clinic.db')
const aside = () => nameAside(file(), 'damaged', new Date('2026-11-22T09:30:00.000Z'))

/** A file as a kill leaves it: a sheet stands in its journal alone. */
function makeKilled(): void {
  const db = openClinicDatabase(file())
  addHandout(db, makeHandout(1))
  const [bytes, journal] = [readFileSync(file()), readFileSync(`${file()}-wal`)]
  db.close()
  writeFileSync(file(), bytes)
  writeFileSync(`${file()}-wal`, journal)
}

test('R2: what takes the place of a database has nothing of its journal, and that stays with the old one', () => {
  makeKilled()
  const [fresh, name] = [join(folder(), 'fresh.db'), aside()]
  const journal = readFileSync(`${file()}-wal`)
  openClinicDatabase(fresh).close()
  takePlace(fresh, file(), name)
  expect(readFileSync(`${name}-wal`)).toEqual(journal)
  const [db, old] = [openClinicDatabase(file()), openClinicDatabase(name)]
  expect(listHandouts(db, {}, null, 9).handouts).toEqual([])
  expect(listHandouts(old, {}, null, 9).handouts).toEqual([makeHandout(1)])
  db.close()
  old.close()
})

test.each([1, 2, 3].flatMap((step) => ['with links', 'without links'].map((disk) => [step, disk] as const)))(
  'R2: a kill at step %i of putting a database aside on a disk %s costs it nothing',
  (step, disk) => {
    makeKilled()
    writeFileSync(`${file()}-shm`, '')
    const [fresh, name] = [join(folder(), 'fresh.db'), aside()]
    openClinicDatabase(fresh).close()
    const { renameSync } = fs
    let steps = 0
    vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      steps += 1
      if (steps === step) throw new Error('killed')
      renameSync(from, to)
    })
    if (disk === 'without links')
      vi.spyOn(fs, 'linkSync').mockImplementation(() => {
        throw Object.assign(new Error('no links'), { code: 'EPERM' })
      })
    syncBuiltinESMExports()
    expect(() => takePlace(fresh, file(), name)).toThrow('killed')
    vi.restoreAllMocks()
    syncBuiltinESMExports()
    const db = openClinicDatabase(file())
    expect(listHandouts(db, {}, null, 9).handouts).toEqual([makeHandout(1)])
    db.close()
    const isCopyLeft = step === 1 && disk === 'without links' // its journal was still in place: it may be one of long ago
    expect(readdirSync(folder())).toEqual([...(isCopyLeft ? [basename(name)] : []), 'clinic.db', 'fresh.db'])
  },
)

test('a journal stays with a file that was set aside for good, though that is as large as what took its place', () => {
  makeKilled()
  const [fresh, name] = [join(folder(), 'fresh.db'), aside()]
  writeFileSync(fresh, readFileSync(file()).fill(0, 96, 100)) // the number of the version that wrote it
  takePlace(fresh, file(), name)
  expect(statSync(name).size).toBe(statSync(file()).size)
  openClinicDatabase(file()).close()
  expect(existsSync(`${name}-wal`)).toBe(true)
})

test('a file that was set aside for good is left alone, also where a backup program has linked the database', () => {
  makeKilled()
  const name = aside()
  writeFileSync(name, 'set aside')
  linkSync(file(), join(folder(), 'linked by another program'))
  openClinicDatabase(file()).close()
  expect([readFileSync(name, 'utf8'), existsSync(join(folder(), 'linked by another program'))]).toEqual([
    'set aside',
    true,
  ])
})
