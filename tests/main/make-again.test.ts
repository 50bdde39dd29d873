import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, expect, test, vi } from 'vitest'
import { hashText } from '../../src/content/hash-text.ts'
import { Clinic } from '../../src/domain/clinic.ts'
import { Library, toHashedText } from '../../src/domain/library.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import { keepLog } from '../../src/main/keep-log.ts'
import { prepareMakeAgain } from '../../src/main/make-again.ts'
import { startPdfWorker, type PdfWorker } from '../../src/main/pdf-worker.ts'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { keepContent } from '../../src/store/content-store.ts'
import { addHandout, purgeHandouts, readHandout } from '../../src/store/handout-store.ts'
import { fontFolder } from '../pdf/render.ts'
import { library as today, longClinic as clinic } from '../pdf/shipped.ts'
import { makeContent } from '../store/make-handout.ts'
import { useTempFolder } from '../store/temp-folder.ts'

vi.setConfig({ testTimeout: 60_000 }) // a drawing thread takes a second to start, on a busy computer more
const folder = useTempFolder()
const id = '0c6f2f0e-6f0a-4c6e-9a55-3d2f7a1b0c11'
const again = { id: '5f0c1c1e-7a0b-4b4e-9d5a-3f1f4f1d2c3b', way: 'printed', copies: 1 } as const
const plain = {
  topic: 'raised-liver-enzymes',
  language: 'en',
  causes: [{ id: 'alcohol' }, { id: 'fatty-liver', certainty: 'confirmed' }],
}

/** The library as the next version of CareSheet may bring it. */
function reviseLibrary(change: (entry: Library['topics'][number], library: Library) => void): Library {
  const library = structuredClone(today)
  const [entry] = library.topics
  if (entry) {
    change(entry, library)
    entry.sha256 = hashText(toHashedText({ topic: entry.topic, words: entry.words }))
    library.wordingSha256 = hashText(toHashedText(library.wording))
  }
  return library
}
const nextVersion = () => reviseLibrary(({ topic }) => void (topic.version = '9.0.0'))
/** Only what all topics share has changed. */
const nextWording = () =>
  reviseLibrary((_entry, { wording }) => {
    if (wording.es) wording.es.footer.page = `· ${wording.es.footer.page}`
  })

const workers = new Map<Library, PdfWorker>()
afterAll(() => workers.forEach(({ stop }) => stop()))

/** The real drawing thread of a version of CareSheet. */
function openWorker(library: Library): PdfWorker {
  const script = resolve(import.meta.dirname, '../../src/main/render-worker.ts')
  const start = () => new Worker(script, { workerData: { library, fonts: fontFolder, logo: null } })
  const worker = workers.get(library) ?? startPdfWorker(start, () => undefined)
  workers.set(library, worker)
  return worker
}

/** A clinic that gives sheets; each part can be replaced while it runs. */
function openClinic() {
  const db = openClinicDatabase(join(folder(), 'clinic.db'))
  const now = { library: today, clinic, appVersion: '0.1.0', time: new Date(2026, 10, 22, 9, 30) }
  const kept = { use: <T>(work: (opened: typeof db) => T) => work(db) }
  const openLibrary = () => now.library
  const shippedText = () => {
    const text = JSON.stringify(now.library)
    return { hash: hashText(text), text }
  }
  const log = keepLog({ kept, openLibrary, shippedText, appVersion: '0.1.0', readTime: () => now.time })
  const makeAgain = (handout: string) =>
    prepareMakeAgain({
      kept,
      openLibrary,
      readLibraryHash: () => shippedText().hash,
      appVersion: now.appVersion,
      readSettings: () => now.clinic,
      worker: () => openWorker(now.library),
    })(handout)
  const drawn = async (choices: object, madeOn: string) => {
    const selection = parseSelection(choices)
    const job = { selection, clinic: now.clinic, today: madeOn }
    const sheet = await openWorker(now.library).render(job, 'paper')
    return { id, way: 'printed', copies: 1, madeOn, selection, sheet } as const
  }
  const give = async (choices: object, madeOn = '2026-11-22') => {
    const given = await drawn(choices, madeOn)
    expect(log.add(given)).toBeNull()
    return given.sheet.pdf
  }
  /** As a log did that did not keep the day. */
  const giveAsBefore = async (choices: object, madeOn: string) => {
    const given = await drawn(choices, madeOn)
    addHandout(db, { ...log.describe(given), madeOn: null }, shippedText())
    return given.sheet.pdf
  }
  return { db, now, log, give, giveAsBefore, makeAgain }
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
  db.exec('UPDATE contents SET library = zeroblob(length(library))')
  await expect(makeAgain(id)).rejects.toThrow(/is not among what is kept whole; some of that is damaged/u)
  db.exec('DELETE FROM contents')
  await expect(makeAgain(id)).rejects.toThrow(/from version \S+ of the advice, which is not kept on this computer\./u)
  db.close()
})

test('C4: where only what all topics share has changed, it comes from what was kept too, and that is told', async () => {
  const { give, makeAgain, now, db } = openClinic()
  const given = await give({ ...plain, language: 'es' })
  now.library = nextWording()
  const { sheet, isOutdated } = await makeAgain(id)
  expect(sum(sheet.pdf)).toBe(sum(given))
  expect(isOutdated).toBe(true)
  db.close()
})

test('a kept library that this program does not read any more is told as that', async () => {
  const { give, makeAgain, now, db } = openClinic()
  await give(plain)
  now.library = nextVersion()
  const { sha256 } = today.topics[0] ?? { sha256: '' }
  db.exec('DELETE FROM contents')
  keepContent(db, makeContent(sha256))
  await expect(makeAgain(id)).rejects.toThrow(/which this CareSheet cannot read any more\./u)
  db.close()
})

test('C4: a sheet drawn before midnight and given after it is made again, in a log of today and in an older one', async () => {
  const { give, giveAsBefore, makeAgain, now, db } = openClinic()
  now.time = new Date(2026, 10, 23, 0, 1)
  const given = await give(plain)
  expect(sum((await makeAgain(id)).sheet.pdf)).toBe(sum(given))
  db.exec('DELETE FROM handouts')
  await giveAsBefore(plain, '2026-11-22')
  const { sheet, handout } = await makeAgain(id)
  expect([sum(sheet.pdf), handout.madeOn]).toEqual([sum(given), '2026-11-22'])
  db.close()
})

test('C4: a sheet that was printed again is made again after the first one was taken out of the log', async () => {
  const { give, makeAgain, now, log, db } = openClinic()
  const given = await give(plain)
  now.time = new Date(2026, 11, 24)
  expect(log.addAgain((await makeAgain(id)).handout, again)).toBeNull()
  expect(purgeHandouts(db, '2026-12-01', now.time)).toBe(1)
  expect(sum((await makeAgain(again.id)).sheet.pdf)).toBe(sum(given))
  db.close()
})

test('where an older log lost the day with the first sheet, the refusal says so', async () => {
  const { giveAsBefore, makeAgain, now, log, db } = openClinic()
  await giveAsBefore(plain, '2026-11-22')
  const { handout } = await makeAgain(id)
  now.time = new Date(2026, 11, 24)
  log.addAgain({ ...handout, madeOn: null }, again)
  purgeHandouts(db, '2026-12-01', now.time)
  await expect(makeAgain(again.id)).rejects.toThrow(/It bears another day than the one it was given on/u)
  db.close()
})

test('the day of the test that stands on it is told with the sheet', async () => {
  const { give, makeAgain, db } = openClinic()
  await give({ ...plain, retest: { kind: 'date', date: '2027-01-15' } })
  expect((await makeAgain(id)).retestOn).toBe('2027-01-15')
  db.close()
})

test('where advice was changed, or another CareSheet made the sheet, the refusal says so', async () => {
  const { give, makeAgain, now, db } = openClinic()
  const item = today.topics[0]?.topic.causes
    .find(({ id: cause }) => cause === 'alcohol')
    ?.items.find(({ shown, vital }) => shown === 'on' && !vital)
  await give({ ...plain, dropped: [item?.id] })
  await expect(makeAgain(id)).rejects.toThrow(/Advice was put in or taken out/u)
  await expect(makeAgain(id)).rejects.not.toThrow(/makes sheets in another way/u)
  now.appVersion = '0.2.0'
  await expect(makeAgain(id)).rejects.toThrow(/CareSheet 0\.1\.0, which made it, makes sheets in another way/u)
  db.close()
})

test('what goes wrong inside is not told as a sheet that cannot be made again', async () => {
  const { give, makeAgain, now, db } = openClinic()
  await give(plain)
  const [entry] = now.library.topics
  now.library = { ...today, topics: entry ? [{ ...entry, words: {} }] : [] } // as a disk may spoil it
  await expect(makeAgain(id)).rejects.toMatchObject({ code: 'content-damaged' })
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
  ['a medicine to stop', { causes: [{ id: 'drug-injury' }], medicinesToStop: ['ibuprofen'] }],
])('a sheet with %s is not made again: without it, it would say less than was given', async (_name, choices) => {
  const { give, makeAgain, db } = openClinic()
  await give({ ...plain, ...choices })
  await expect(makeAgain(id)).rejects.toThrow(/It says something of the patient/u)
  db.close()
})

test('where the clinic has another telephone number now, the old sheet is not printed again', async () => {
  const { give, makeAgain, now, db } = openClinic()
  await give(plain)
  now.clinic = Clinic.parse({ ...clinic, phone: '555 0999' })
  await expect(makeAgain(id)).rejects.toThrow(/The details or the logo of the clinic were others/u)
  db.close()
})

test('C2: a sheet of a retired topic is not made again, nor one that left the log', async () => {
  const { give, makeAgain, now, db } = openClinic()
  await give(plain)
  now.library = reviseLibrary(({ topic }) => void (topic.status = 'retired'))
  await expect(makeAgain(id)).rejects.toThrow(/retired/u)
  await expect(makeAgain(again.id)).rejects.toThrow(/no longer in the list of sheets given/u)
  now.library = { ...today, topics: [] }
  await expect(makeAgain(id)).rejects.toThrow(/retired/u)
  db.exec('UPDATE handouts SET pages = 9')
  await expect(makeAgain(id)).rejects.toThrow(/was damaged on the disk/u)
  db.close()
})

test('C4: a sheet of a log that did not keep the day is found by its first giving, where it was given once more', async () => {
  const { giveAsBefore, makeAgain, now, db } = openClinic()
  const given = await giveAsBefore(plain, '2026-11-22')
  now.time = new Date(2026, 11, 24, 9, 30)
  addHandout(db, { ...readHandout(db, id), ...again, givenAt: now.time.toISOString() })
  const { sheet, handout } = await makeAgain(again.id)
  expect([sum(sheet.pdf), handout.madeOn]).toEqual([sum(given), '2026-11-22'])
  db.close()
})
