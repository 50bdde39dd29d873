import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hashText } from '../../src/content/hash-text.ts'
import { Clinic } from '../../src/domain/clinic.ts'
import { Library, toHashedText } from '../../src/domain/library.ts'
import { parseSelection, type Selection } from '../../src/domain/selection.ts'
import { keepLog } from '../../src/main/keep-log.ts'
import { prepareMakeAgain } from '../../src/main/make-again.ts'
import { renderSelection } from '../../src/pdf/render-selection.ts'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { fonts } from '../pdf/render.ts'
import { library as today, longClinic as clinic } from '../pdf/shipped.ts'
import { useTempFolder } from '../store/temp-folder.ts'

const folder = useTempFolder()
const id = '0c6f2f0e-6f0a-4c6e-9a55-3d2f7a1b0c11'
const again = { id: '5f0c1c1e-7a0b-4b4e-9d5a-3f1f4f1d2c3b', way: 'printed', copies: 1 } as const
const plain = {
  topic: 'raised-liver-enzymes',
  language: 'en',
  causes: [{ id: 'alcohol' }, { id: 'fatty-liver', certainty: 'confirmed' }],
}

/** The library as the next version of CareSheet may bring it. */
function reviseLibrary(change: (entry: Library['topics'][number]) => void): Library {
  const library = structuredClone(today)
  const [entry] = library.topics
  if (entry) {
    change(entry)
    entry.sha256 = hashText(toHashedText({ topic: entry.topic, words: entry.words }))
  }
  return library
}
const nextVersion = () => reviseLibrary(({ topic }) => void (topic.version = '9.0.0'))

/** A clinic that gives sheets; each part can be replaced while it runs. */
function openClinic() {
  const db = openClinicDatabase(join(folder(), 'clinic.db'))
  const now = { library: today, clinic, time: new Date(2026, 10, 22, 9, 30) }
  const kept = { use: <T>(work: (opened: typeof db) => T) => work(db) }
  const log = keepLog({
    kept,
    openLibrary: () => now.library,
    shippedText: () => {
      const text = JSON.stringify(now.library)
      return { hash: hashText(text), readText: () => text }
    },
    appVersion: '0.1.0',
    readTime: () => now.time,
  })
  const render = async (job: Parameters<typeof draw>[0]) => draw(job)
  const draw = async (job: { selection: Selection; clinic: Clinic; today: string; library?: Library }) => {
    const { pdf, pages, sheet } = await renderSelection({ library: now.library, ...job }, fonts)
    return { pdf: new Uint8Array(pdf), pages, sheetId: sheet.id }
  }
  const makeAgain = prepareMakeAgain({ kept, openLibrary: () => now.library, readSettings: () => now.clinic, render })
  const give = async (choices: object) => {
    const selection = parseSelection(choices)
    const sheet = await draw({ selection, clinic: now.clinic, today: '2026-11-22' })
    expect(log.add({ id, way: 'printed', copies: 1, selection, sheet })).toBeNull()
    return sheet.pdf
  }
  return { db, now, log, give, makeAgain }
}

const sum = (pdf: Uint8Array) => createHash('sha256').update(pdf).digest('hex')

test.each([
  ['as it begins', {}],
  [
    'with an order, a look and a day of its own',
    {
      causes: plain.causes.toReversed(),
      ordered: true,
      language: 'es',
      secondLanguage: 'en',
      size: 'large',
      paper: 'Letter',
      retestCard: true,
      audience: 'carer',
      retest: { kind: 'date', date: '2027-01-15' },
    },
  ],
  ['short, on A5', { depth: 'short', paper: 'A5', retest: { kind: 'weeks', weeks: 6 } }],
])('C4: a sheet that says nothing of a patient comes from the log to the byte: %s', async (_name, choices) => {
  const { give, makeAgain, now, db } = openClinic()
  const given = await give({ ...plain, ...choices })
  now.time = new Date(2026, 11, 24)
  const { sheet, isOutdated } = await makeAgain(id)
  expect(sum(sheet.pdf)).toBe(sum(given))
  expect(isOutdated).toBe(false)
  db.close()
})

test('C4: after an update of the content it comes from the version that was kept, and that is told', async () => {
  const { give, makeAgain, now, db } = openClinic()
  const given = await give(plain)
  now.library = nextVersion()
  const { sheet, isOutdated } = await makeAgain(id)
  expect(sum(sheet.pdf)).toBe(sum(given))
  expect(isOutdated).toBe(true)
  db.exec('DELETE FROM contents')
  await expect(makeAgain(id)).rejects.toThrow(/cannot give back this very sheet/u)
  db.close()
})

test('a sheet that was printed again can be printed again once more, with its first date', async () => {
  const { give, makeAgain, now, log, db } = openClinic()
  const given = await give(plain)
  now.time = new Date(2026, 11, 24)
  const { handout } = await makeAgain(id)
  expect(log.addAgain(handout, again)).toBeNull()
  expect(sum((await makeAgain(again.id)).sheet.pdf)).toBe(sum(given))
  db.close()
})

test.each([
  ['a name', { patientName: 'Patient Name' }],
  ['a result', { results: [{ analyte: 'ALT', value: 96, upperLimit: 45, unit: 'U/L' }] }],
  ['a note', { note: 'Come on Monday.' }],
  [
    'a fact that brings advice',
    { facts: ['confusion'], overrideReason: 'Seen.', overridden: ['w2-acute-liver-failure'] },
  ],
  ['a medicine', { causes: [{ id: 'drug-injury' }], medicinesToStop: ['ibuprofen'] }],
])('a sheet with %s is not made again: without it, it would say less than was given', async (_name, choices) => {
  const { give, makeAgain, db } = openClinic()
  await give({ ...plain, ...choices })
  await expect(makeAgain(id)).rejects.toThrow(/cannot give back this very sheet/u)
  db.close()
})

test('where the clinic has another telephone number now, the old sheet is not printed again', async () => {
  const { give, makeAgain, now, db } = openClinic()
  await give(plain)
  now.clinic = Clinic.parse({ ...clinic, phone: '555 0999' })
  await expect(makeAgain(id)).rejects.toThrow(/cannot give back this very sheet/u)
  db.close()
})

test('C2: a sheet of a retired topic is not made again, nor one that left the log', async () => {
  const { give, makeAgain, now, db } = openClinic()
  await give(plain)
  now.library = reviseLibrary(({ topic }) => void (topic.status = 'retired'))
  await expect(makeAgain(id)).rejects.toThrow(/retired/u)
  await expect(makeAgain(again.id)).rejects.toThrow(/no longer in the log/u)
  db.close()
})
