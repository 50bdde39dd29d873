import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hashText } from '../../src/content/hash-text.ts'
import { readContent } from '../../src/content/read-content.ts'
import { AppError } from '../../src/domain/app-error.ts'
import { tell, writeEnglish } from '../../src/domain/message.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import { keepLog, type GivenSheet, type KeptLog } from '../../src/main/keep-log.ts'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { readAllContents } from '../../src/store/content-store.ts'
import { sealPdf } from '../../src/store/handout-store.ts'
import type { Db } from '../../src/store/open-database.ts'
import { saveRecordSettings } from '../../src/store/settings-store.ts'
import { shipped } from '../content/plant.ts'
import { useTempFolder } from '../store/temp-folder.ts'

const folder = useTempFolder()
const now = new Date('2026-11-22T09:30:00.123Z')
const library = readContent(shipped)
const libraryText = JSON.stringify(library)
const shippedText = { hash: hashText(libraryText), text: libraryText }
const open = () => openClinicDatabase(join(folder(), 'clinic.db'))
const keep = (db: () => Db) =>
  keepLog({
    kept: { use: (work) => work(db()) },
    openLibrary: () => library,
    shippedText: () => shippedText,
    appVersion: '1.2.3',
    readTime: () => now,
  })

/** What is told of a sheet that is not in the log. */
function sayAdded(log: KeptLog): string {
  const told = log.add(given)
  return told === null ? '' : writeEnglish(told)
}

const canaries = ['Canary Name', '1961-02-03', 'ID-4711-CANARY', '973', 'canary note']
const sheet = { pdf: new TextEncoder().encode('%PDF Canary Name'), pages: 2, sheetId: '7F3A-91C2' }
const given: GivenSheet = {
  id: '0c6f2f0e-6f0a-4c6e-9a55-3d2f7a1b0c11',
  way: 'printed',
  copies: 3,
  madeOn: '2026-11-22',
  sheet,
  selection: parseSelection({
    topic: 'raised-liver-enzymes',
    language: 'es',
    secondLanguage: 'en',
    causes: [{ id: 'fatty-liver', certainty: 'confirmed' }],
    audience: 'carer',
    patientName: 'Canary Name',
    note: 'Born 1961-02-03, ID-4711-CANARY, canary note',
    results: [{ analyte: 'ALT', value: 973, upperLimit: 45, unit: 'U/L' }],
    medicinesToStop: ['canary note tablets'],
    facts: ['confusion'],
    overridden: ['w2-acute-liver-failure'],
    overrideReason: 'Ambulance called.',
  }),
}

test('what a sheet of the log was made from is kept with it, and only then', () => {
  const db = open()
  const keptSettings = { staffAlias: '', backupFolder: null, historyDays: 30, lockMinutes: 5 }
  saveRecordSettings(db, { ...keptSettings, isLogKept: false }, now)
  const log = keep(() => db)
  log.add(given)
  expect(readAllContents(db)).toEqual([])
  saveRecordSettings(db, { ...keptSettings, isLogKept: true }, now)
  log.add(given)
  expect(readAllContents(db)).toEqual([{ sha256: shippedText.hash, text: libraryText }])
  db.close()
})

test('a sheet and what it was made from are kept together: where one cannot be, neither is, and that is told', () => {
  const db = open()
  const log = keep(() => db)
  db.exec(`CREATE TRIGGER full BEFORE INSERT ON contents BEGIN SELECT raise(ABORT, 'no room'); END`)
  expect(sayAdded(log)).toMatch(/^The sheet is not in the list of sheets given\./u)
  expect(log.list({}, null, 9).handouts).toEqual([])
  db.exec('DROP TRIGGER full')
  expect(log.add(given)).toBeNull()
  expect([log.list({}, null, 9).handouts.length, readAllContents(db).length]).toEqual([1, 1])
  db.close()
})

test('a reprint does not inherit how the patient said it back', () => {
  const db = open()
  const log = keep(() => db)
  const first = { ...log.describe(given), teachBack: 'understood' } as const
  expect(log.addAgain(first, { id: '5f0c1c1e-7a0b-4b4e-9d5a-3f1f4f1d2c3b', way: 'printed', copies: 1 })).toBeNull()
  expect(log.list({}, null, 9).handouts).toMatchObject([{ sheetId: first.sheetId, teachBack: null }])
  db.close()
})

test('the log says what was given, how, to whom and in which version', () => {
  const db = open()
  saveRecordSettings(
    db,
    { staffAlias: 'Nurse 2', isLogKept: true, backupFolder: null, historyDays: 30, lockMinutes: 5 },
    now,
  )
  const log = keep(() => db)
  expect(log.add(given)).toBeNull()
  const [entry] = library.topics
  expect(log.list({}, null, 10)).toEqual({
    next: null,
    damaged: 0,
    handouts: [
      {
        id: given.id,
        givenAt: '2026-11-22T09:30:00.123Z',
        madeOn: '2026-11-22',
        way: 'printed',
        copies: 3,
        audience: 'carer',
        staff: 'Nurse 2',
        topic: 'raised-liver-enzymes',
        topicVersion: entry?.topic.version,
        contentSha256: entry?.sha256,
        appVersion: '1.2.3',
        sheetId: '7F3A-91C2',
        languages: ['es', 'en'],
        causes: [{ id: 'fatty-liver', certainty: 'confirmed' }],
        pages: 2,
        overrideReason: 'Ambulance called.',
        teachBack: null,
        pdfSeal: sealPdf(db, sheet.pdf),
      },
    ],
  })
  db.close()
})

test.each<GivenSheet['way']>(['printed', 'saved'])(
  'a reason typed at a stop is kept with a sheet that is %s',
  (way) => {
    const db = open()
    const log = keep(() => db)
    log.add({ ...given, way })
    expect(log.list({ hasReason: true }, null, 10).handouts).toMatchObject([
      { way, overrideReason: 'Ambulance called.' },
    ])
    db.close()
  },
)

test('which rule said stop is not in any file', () => {
  const db = open()
  keep(() => db).add(given)
  for (const name of readdirSync(folder())) expect(readFileSync(join(folder(), name)).includes('w2-acute')).toBe(false)
  db.close()
})

test('a reason typed for a stop that is gone again is not kept', () => {
  const db = open()
  const log = keep(() => db)
  log.add({ ...given, selection: { ...given.selection, facts: [], results: [] } })
  expect(log.list({}, null, 10).handouts[0]).toMatchObject({ overrideReason: '' })
  db.close()
})

test('D1: nothing of the patient is in any file, in any writing', () => {
  const db = open()
  keep(() => db).add(given)
  const bytes = Buffer.concat(readdirSync(folder()).map((name) => readFileSync(join(folder(), name))))
  expect(bytes.includes('fatty-liver')).toBe(true)
  for (const canary of canaries)
    for (const written of [
      Buffer.from(canary),
      Buffer.from(canary, 'utf16le'),
      Buffer.from(Buffer.from(canary).toString('base64').replace(/=+$/u, '').slice(0, -1)),
      Buffer.from(Buffer.from(canary).toString('hex')),
    ]) {
      // three digits stand by chance in a hash written as hex; what was typed is looked for as a word
      if (canary.length > 3) expect(bytes.includes(written), canary).toBe(false)
    }
  const text = bytes.toString('latin1')
  expect(text).not.toMatch(/(?<![0-9a-f])973(?![0-9a-f])/u)
  db.close()
})

test('a clinic that wants no log has none', () => {
  const db = open()
  saveRecordSettings(db, { staffAlias: '', isLogKept: false, backupFolder: null, historyDays: 30, lockMinutes: 5 }, now)
  const log = keep(() => db)
  expect(log.add(given)).toBeNull()
  expect(log.list({}, null, 10).handouts).toEqual([])
  db.close()
})

test('without clinic.db the sheet has left all the same, and the window is told', () => {
  const log = keep(() => {
    throw new AppError('storage-failed', tell('file-damaged', { file: 'clinic.db' }))
  })
  expect(sayAdded(log)).toBe(
    'The sheet is not in the list of sheets given. The file clinic.db is damaged. Please ask for it to be restored.',
  )
  expect(sayAdded(keep(() => null as unknown as Db))).toMatch(/went wrong inside CareSheet/u)
})

test('a log that cannot be written to says why', () => {
  const db = open()
  db.exec(`CREATE TRIGGER full BEFORE INSERT ON handouts BEGIN SELECT raise(ABORT, 'no'); END`)
  expect(sayAdded(keep(() => db))).toMatch(/^The sheet is not in the list of sheets given\. The sheet was not written/u)
  db.close()
})
