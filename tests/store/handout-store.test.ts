import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { HandoutFilter } from '../../src/domain/handout-log.ts'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { addHandout, listHandouts, listStaff, recordTeachBack, sealPdf } from '../../src/store/handout-store.ts'
import type { Db } from '../../src/store/open-database.ts'
import { aHandout, makeHandout } from './make-handout.ts'
import { useTempFolder } from './temp-folder.ts'

const folder = useTempFolder()
const open = () => openClinicDatabase(join(folder(), 'clinic.db'))

const list = (db: Db, filter: HandoutFilter = {}) => listHandouts(db, filter, null, 100).handouts

test('a sheet in the log reads as it was given, after the next start too', () => {
  const db = open()
  const stopped = makeHandout(2, {
    languages: ['es', 'en'],
    overrideReason: 'Ambulance called.',
    audience: 'carer',
    way: 'saved',
    causes: [],
    teachBack: 'repeat',
  })
  addHandout(db, aHandout)
  addHandout(db, stopped)
  db.close()
  const again = open()
  expect(listHandouts(again, {}, null, 10)).toEqual({ handouts: [stopped, aHandout], next: null, damaged: 0 })
  again.close()
})

test('the log comes in pages, newest first, and none is told twice or left out', () => {
  const db = open()
  const given = Array.from({ length: 25 }, (_, number) => makeHandout(number))
  for (const each of given) addHandout(db, each)
  const told = []
  let before: number | null = null
  for (const size of [10, 10, 5]) {
    const { handouts, next } = listHandouts(db, {}, before, 10)
    expect(handouts).toHaveLength(size)
    told.push(...handouts)
    before = next
  }
  expect(before).toBeNull()
  expect(told).toEqual(given.toReversed())
  db.close()
})

test.each<[HandoutFilter, number[]]>([
  [{ topic: 'raised-liver-enzymes' }, [3, 2, 1]],
  [{ topic: 'other' }, []],
  [{ cause: 'alcohol' }, [2, 1]],
  [{ language: 'es' }, [3, 2]],
  [{ staff: 'Dr 1' }, [3]],
  [{ way: 'saved', audience: 'carer' }, [2]],
  [{ teachBack: 'understood' }, [1]],
  [{ teachBack: 'unasked' }, [3, 2]],
  [{ hasReason: true }, [3]],
  [{ from: '2026-01-02' }, [3, 2]],
  [{ to: '2026-01-02' }, [2, 1]],
  [{ from: '2026-01-02', to: '2026-01-02', language: 'es' }, [2]],
])('the filter %j finds sheets %j', (filter, found) => {
  const db = open()
  const day = (date: number) => ({ givenAt: new Date(2026, 0, date, 0, 30).toISOString() })
  addHandout(db, makeHandout(1, { ...day(1), teachBack: 'understood' }))
  addHandout(db, makeHandout(2, { ...day(2), languages: ['en', 'es'], way: 'saved', audience: 'carer' }))
  addHandout(
    db,
    makeHandout(3, {
      ...day(3),
      languages: ['es'],
      staff: 'Dr 1',
      causes: [],
      overrideReason: 'x',
    }),
  )
  expect(list(db, filter).map(({ id }) => Number(id.at(-1)))).toEqual(found)
  db.close()
})

test('how it went is written down later, and can be taken away again', () => {
  const db = open()
  addHandout(db, aHandout)
  recordTeachBack(db, aHandout.id, 'understood')
  expect(list(db)).toEqual([{ ...aHandout, teachBack: 'understood' }])
  recordTeachBack(db, aHandout.id, null)
  expect(list(db)).toEqual([aHandout])
  expect(() => recordTeachBack(db, makeHandout(9).id, 'repeat')).toThrow(/no longer in the list of sheets given/u)
  db.close()
})

test.each([
  [`staff = 'Nurse 3'`],
  [`causes = replace(causes, 'likely', 'confirmed')`],
  [`teach_back = 'understood'`],
  [`given_at = '2026-11-22T09:31:00.000Z'`],
  [`second_language = 'es'`],
  [`pages = 3`],
  [`pdf_seal = zeroblob(32)`],
  [`seal = zeroblob(32)`],
])('R6: a row that the disk changed (%s) is not shown but told of', (change) => {
  const db = open()
  addHandout(db, aHandout)
  addHandout(db, makeHandout(1))
  db.prepare(`UPDATE handouts SET ${change} WHERE id = ?`).run(aHandout.id)
  expect(listHandouts(db, {}, null, 10)).toEqual({ handouts: [makeHandout(1)], next: null, damaged: 1 })
  db.close()
})

test('the seal of a PDF is the same for the same file here, and another on another computer', () => {
  const [here, there] = [open(), openClinicDatabase(':memory:')]
  const pdf = new TextEncoder().encode('%PDF')
  expect(sealPdf(here, pdf)).toMatch(/^[0-9a-f]{64}$/u)
  expect(sealPdf(here, pdf)).toBe(sealPdf(here, pdf))
  expect(sealPdf(here, new TextEncoder().encode('%PDG'))).not.toBe(sealPdf(here, pdf))
  expect(sealPdf(there, pdf)).not.toBe(sealPdf(here, pdf))
  here.close()
  there.close()
})

test('who gave sheets is told once each, in order, and nobody for those without an alias', () => {
  const db = openClinicDatabase(join(folder(), 'clinic.db'))
  for (const [number, staff] of ['Nurse 2', 'Dr 1', '', 'Nurse 2'].entries())
    addHandout(db, makeHandout(number, { staff }))
  expect(listStaff(db)).toEqual(['Dr 1', 'Nurse 2'])
  db.close()
})
