import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, afterEach, expect, test, vi } from 'vitest'
import { Clinic } from '../../src/domain/clinic.ts'
import { RecordSettings } from '../../src/domain/record-settings.ts'
import { keepClinic } from '../../src/main/keep-clinic.ts'
import { keepSettings } from '../../src/main/keep-settings.ts'
import { readAudit } from '../../src/store/audit-log.ts'
import { backUp } from '../../src/store/back-up.ts'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { keepContent, readAllContents } from '../../src/store/content-store.ts'
import { addHandout, listHandouts } from '../../src/store/handout-store.ts'
import { openLibraryDatabase } from '../../src/store/library-database.ts'
import { makeReserve } from '../../src/store/reserve.ts'
import { prepareSearch } from '../../src/store/search-library.ts'
import { readRecordSettings, saveRecordSettings, saveSettings } from '../../src/store/settings-store.ts'
import { aContent, makeHandout } from '../store/make-handout.ts'
import { makeLibrary } from '../store/make-library.ts'
import { useTempFolder } from '../store/temp-folder.ts'
import { countFaults } from './count.ts'
import { damages, makeRandom } from './damage.ts'

const folder = useTempFolder()
const now = new Date('2026-11-22T09:30:00.000Z')
const clinic = Clinic.parse({ name: 'A clinic', phone: '555 0134', emergencyNumber: '112', language: 'es' })
const records = RecordSettings.parse({ staffAlias: 'Nurse 2' })
const sheets = Array.from({ length: 120 }, (_, number) => makeHandout(number))
const rounds = countFaults(15, 500)
/** How many sheets are saved on average, where it is not most. */
const usual: Readonly<Record<string, number>> = {
  'another file': 40,
  'no write-ahead log': 100,
  'cut off': 80,
  'cut off, no write-ahead log': 58,
}

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined))
afterEach(() => vi.restoreAllMocks())

/** Records whose newest sheets still stand in the write-ahead log, with a copy of yesterday, as files to take. */
async function makeRecords(): Promise<string> {
  const source = join(folder(), 'source')
  mkdirSync(join(source, 'backups'), { recursive: true })
  const db = openClinicDatabase(join(source, 'clinic.db'))
  saveSettings(db, clinic, now)
  saveRecordSettings(db, records, now)
  keepContent(db, aContent)
  for (const sheet of sheets.slice(0, 60)) addHandout(db, sheet)
  const copy = await backUp(join(source, 'clinic.db'), join(source, 'backups'), '2026-11-21')
  for (const sheet of sheets.slice(60, 100)) addHandout(db, sheet)
  db.pragma('wal_checkpoint(TRUNCATE)')
  for (const sheet of sheets.slice(100)) addHandout(db, sheet)
  const taken = join(folder(), 'taken')
  mkdirSync(join(taken, 'backups'), { recursive: true })
  for (const name of ['clinic.db', 'clinic.db-wal']) copyFileSync(join(source, name), join(taken, name))
  copyFileSync(join(source, 'backups', copy.file), join(taken, 'backups/caresheet-2026-11-21.db')) // has no copies.json
  db.close()
  return taken
}

function takeRecords(from: string, withCopy: boolean): string {
  const to = join(folder(), 'now')
  rmSync(to, { recursive: true, force: true })
  mkdirSync(join(to, 'backups'), { recursive: true })
  const names = ['clinic.db', 'clinic.db-wal', ...(withCopy ? ['backups/caresheet-2026-11-21.db'] : [])]
  for (const name of names) copyFileSync(join(from, name), join(to, name))
  return to
}

test.each(Object.keys(damages))(
  'R6: after damage to clinic.db (%s) nothing wrong is shown, and the file is kept',
  async (kind) => {
    const taken = await makeRecords()
    const random = makeRandom(7)
    const saved: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const withCopy = round % 3 !== 0
      const place = takeRecords(taken, withCopy)
      damages[kind]?.(join(place, 'clinic.db'), random)
      const paths = { clinicDatabase: join(place, 'clinic.db'), backups: join(place, 'backups') }
      const kept = keepClinic({ paths, reserve: makeReserve(place, 'records'), readTime: () => now })
      const shown = keepSettings(kept, () => now).read()
      for (const [field, value] of Object.entries(Clinic.parse({})))
        expect([clinic[field as keyof Clinic], value]).toContain(shown[field as keyof Clinic])
      if (kept.listHealed().length > 0)
        expect(readdirSync(place).some((name) => name.startsWith('clinic-damaged-'))).toBe(true)
      const db = tryOpen(kept)
      if (db === null) continue // refused in words; the file stays as it is
      expect(['', 'Nurse 2']).toContain(readRecordSettings(db).staffAlias)
      const { handouts } = kept.use((used) => listHandouts(used, {}, null, 200))
      for (const each of handouts) expect(each).toEqual(sheets.find(({ id }) => id === each.id))
      for (const { text } of readAllContents(kept.open())) expect(text).toBe(aContent.text)
      expect(readAudit(kept.open()).brokenAt).toBeNull()
      saved.push(handouts.length)
      kept.close()
    }
    // most of what was there is there again
    expect(saved.length).toBeGreaterThan(rounds * 0.9)
    expect(saved.reduce((sum, count) => sum + count, 0) / saved.length).toBeGreaterThan((usual[kind] ?? 80) * 0.9)
  },
  countFaults(600_000, 3_600_000),
)

function tryOpen(kept: ReturnType<typeof keepClinic>) {
  try {
    return kept.open()
  } catch {
    return null
  }
}

test.each(Object.keys(damages).filter((kind) => !kind.endsWith('no write-ahead log')))(
  'R6: after damage to library.db (%s) the search finds only what there is; built anew, it finds all of it',
  (kind) => {
    const library = makeLibrary()
    const path = join(folder(), 'library.db')
    const find = () => {
      const db = openLibraryDatabase(path, library, 'one')
      const hits = prepareSearch(db, library)('rust', 'en').hits
      db.close()
      return hits
    }
    const right = find()
    copyFileSync(path, `${path}.good`)
    const legal = new Set([...right, ...allHits(path)].map((hit) => JSON.stringify(hit)))
    const random = makeRandom(11)
    let rebuilt = 0
    for (let round = 0; round < rounds; round += 1) {
      copyFileSync(`${path}.good`, path)
      damages[kind]?.(path, random)
      const damaged = statSync(path).ino
      const hits = find()
      for (const hit of hits) expect(legal.has(JSON.stringify(hit))).toBe(true)
      if (statSync(path).ino === damaged) continue // it opened as whole
      rebuilt += 1
      expect(hits).toEqual(right)
    }
    if (!['one bit', '16 bytes'].includes(kind)) expect(rebuilt).toBe(rounds) // SQLite itself cannot tell those from text
  },
  countFaults(600_000, 3_600_000),
)

/** All that any search of the sample can find. */
function allHits(path: string) {
  const library = makeLibrary()
  const db = openLibraryDatabase(path, library, 'one')
  const hits = library.topics.flatMap(({ topic, words }) =>
    [words.en?.title ?? '', ...topic.causes.map(({ id }) => words.en?.causes[id]?.name ?? '')].flatMap(
      (name) => prepareSearch(db, library)(name, 'en').hits,
    ),
  )
  db.close()
  return hits
}
