import { AppError } from '../../src/domain/app-error.ts'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { addHandout, purgeHandouts, recordTeachBack } from '../../src/store/handout-store.ts'
import { readSettings, saveSettings } from '../../src/store/settings-store.ts'
import { makeContent, makeHandout } from '../store/make-handout.ts'
import { createHash } from 'node:crypto'
import { makeAcknowledge } from './acknowledge.ts'

// Does what a clinic does, one thing after another, and tells of each that is done:
// node give-sheets.ts clinic.db first-number how-many standard-output|file [synchronous]
const [path = '', first = '0', count = '0', acks = '-', synchronous] = process.argv.slice(2)
const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const acknowledge = makeAcknowledge(acks)
const db = openClinicDatabase(path)
if (synchronous !== undefined) db.pragma(`synchronous = ${synchronous}`)
db.pragma('wal_autocheckpoint = 60') // often enough that checkpoints are hit too
acknowledge('open')
let busy = 0
for (let number = Number(first); number < Number(first) + Number(count); number += 1)
  try {
    const contentSha256 = hash(`content ${Math.floor(number / 7)}`) // another one now and then
    const sheet = makeHandout(number, { contentSha256 })
    addHandout(db, sheet, makeContent(contentSha256))
    acknowledge(`sheet ${sheet.id}`)
    if (number % 3 === 0) {
      recordTeachBack(db, sheet.id, 'understood')
      acknowledge(`teach-back ${sheet.id}`)
    }
    if (number % 5 === 0) {
      saveSettings(db, { ...readSettings(db), emergencyNumber: '112', phone: `555 ${number}` }, new Date())
      acknowledge(`phone 555 ${number}`)
    }
    if (number % 50 === 49) {
      purgeHandouts(db, '2026-01-01', new Date(2026, 0, 1)) // the samples are all of later days
      acknowledge(`purge ${number}`)
    }
  } catch (error) {
    if (!(error instanceof AppError) || !/Another program/u.test(error.message)) throw error
    busy += 1
  }
acknowledge(`busy ${busy}`)
db.close()
