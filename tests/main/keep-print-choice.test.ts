import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PrintChoice } from '../../src/domain/print-choice.ts'
import { AppError } from '../../src/domain/app-error.ts'
import { keepPrintChoice } from '../../src/main/keep-print-choice.ts'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { useTempFolder } from '../store/temp-folder.ts'

const temp = useTempFolder()
const choice: PrintChoice = { printer: 'Front desk', copies: 3, sides: 'long-edge', tray: 'InputSlot=Tray2' }

test('how the last sheet was printed is there again for another start, and only the last', () => {
  const db = openClinicDatabase(join(temp(), 'clinic.db'))
  expect(keepPrintChoice({ use: (work) => work(db) }).read()).toBeNull()
  keepPrintChoice({ use: (work) => work(db) }).save({ ...choice, copies: 1 })
  keepPrintChoice({ use: (work) => work(db) }).save(choice)
  expect(keepPrintChoice({ use: (work) => work(db) }).read()).toEqual(choice)
  keepPrintChoice({ use: (work) => work(db) }).save({ ...choice, sides: null, tray: null })
  expect(keepPrintChoice({ use: (work) => work(db) }).read()).toEqual({ ...choice, sides: null, tray: null })
  expect(db.prepare('SELECT count(*) AS rows FROM print_choice').get()).toEqual({ rows: 1 })
  db.close()
})

test('a row that makes no sense counts as none', () => {
  const db = openClinicDatabase(join(temp(), 'clinic.db'))
  const kept = keepPrintChoice({ use: (work) => work(db) })
  kept.save(choice)
  db.prepare('UPDATE print_choice SET copies = 5000').run()
  expect(keepPrintChoice({ use: (work) => work(db) }).read()).toBeNull()
  db.close()
})

test('what the disk cannot keep holds until the app ends, and stops nothing', () => {
  const kept = keepPrintChoice({
    use: () => {
      throw new AppError('storage-failed', 'Damaged.')
    },
  })
  expect(kept.read()).toBeNull()
  kept.save(choice)
  expect(kept.read()).toEqual(choice)
})
