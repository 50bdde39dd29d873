import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { mkdirSync } from 'node:fs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepClinic } from '../../src/main/keep-clinic.ts'
import { backUp } from '../../src/store/back-up.ts'
import { checkRecords } from '../../src/store/check-records.ts'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import {
  findContentRow,
  keepContent,
  listContentRows,
  listMissingContents,
  openContent,
  readAllContents,
} from '../../src/store/content-store.ts'
import { addHandout, listHandouts, purgeHandouts } from '../../src/store/handout-store.ts'
import type { Db } from '../../src/store/open-database.ts'
import { makeReserve } from '../../src/store/reserve.ts'
import { restoreBackup } from '../../src/store/restore-backup.ts'
import { aContent, aHandout, makeContent, makeHandout } from './make-handout.ts'
import { useTempFolder } from './temp-folder.ts'

const folder = useTempFolder()
const now = new Date('2026-11-22T09:30:00.000Z')
const file = () => join(folder(), 'clinic.db')
const copies = () => join(folder(), 'backups')
const { contentSha256 } = aHandout

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined))
afterEach(() => vi.restoreAllMocks())

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** The texts of the libraries that have this version of a topic, the newest first. */
const listContents = (db: Db, topicSha256: string) =>
  readAllContents(db)
    .toReversed()
    .flatMap(({ text }) => (text.includes(topicSha256) ? text : []))

const count = (db: Db) => db.prepare('SELECT count(*) FROM contents').pluck().get()

function use(work: (db: Db) => void): void {
  const db = openClinicDatabase(file())
  work(db)
  db.close()
}

/** As a disk would: the bytes differ, their seal does not. */
const spoil = (db: Db) => db.exec(`UPDATE contents SET library = zeroblob(length(library))`)

test('a library is kept once, and found by each version of a topic it has', () => {
  use((db) => {
    keepContent(db, aContent)
    keepContent(db, aContent)
    const later = makeContent(contentSha256, 'another wording')
    keepContent(db, later)
    expect(count(db)).toBe(2)
    expect(listContents(db, contentSha256)).toEqual([later.text, aContent.text])
    expect(listContents(db, hash('another topic'))).toEqual([])
  })
})

test('a library that the disk changed is kept anew with the next sheet', () => {
  use((db) => {
    keepContent(db, aContent)
    spoil(db)
    addHandout(db, aHandout, aContent)
    expect([count(db), checkRecords(db).damaged]).toEqual([1, 0])
    expect(listContents(db, contentSha256)).toEqual([aContent.text])
  })
})

test('a library that reads well and is another one counts as damaged, and is never used', () => {
  use((db) => {
    keepContent(db, aContent)
    const other = makeContent(contentSha256, 'another wording')
    db.prepare('UPDATE contents SET library = ?').run(deflateSync(other.text))
    expect(readAllContents(db)).toEqual([])
    expect(checkRecords(db).damaged).toBe(1)
    addHandout(db, aHandout)
    expect(listMissingContents(db)).toEqual([contentSha256])
  })
})

test('a single library is opened as it was kept, or not at all', async () => {
  const db = openClinicDatabase(file())
  keepContent(db, aContent)
  const open = async () => {
    const [first] = listContentRows(db)
    const row = first && findContentRow(db, first.row)
    return row && (await openContent(row))
  }
  expect(await open()).toBe(aContent.text)
  db.prepare('UPDATE contents SET library = ?').run(deflateSync(makeContent(contentSha256, 'another wording').text))
  expect(await open()).toBeNull()
  spoil(db)
  expect(await open()).toBeNull()
  expect(findContentRow(db, 0)).toBeUndefined()
  db.close()
})

test('a sheet and its library are written together, or neither is', () => {
  use((db) => {
    db.exec(`CREATE TRIGGER full BEFORE INSERT ON contents BEGIN SELECT raise(ABORT, 'no room'); END`)
    expect(() => addHandout(db, aHandout, aContent)).toThrow(/was not written into the list of sheets given/u)
    expect(listHandouts(db, {}, null, 9).handouts).toEqual([])
  })
})

test('a library stays while a sheet of the log was made from it, and goes with the last', () => {
  const other = hash('another version')
  use((db) => {
    keepContent(db, aContent)
    keepContent(db, makeContent(other))
    addHandout(db, makeHandout(1, { givenAt: '2026-01-01T12:00:00.000Z' }))
    addHandout(db, makeHandout(2, { givenAt: '2026-03-01T12:00:00.000Z' }))
    addHandout(db, makeHandout(3, { givenAt: '2026-03-01T12:00:00.000Z', contentSha256: other }))
    purgeHandouts(db, '2026-02-01', now)
    expect(count(db)).toBe(2)
    purgeHandouts(db, '2026-04-01', now)
    expect(count(db)).toBe(0)
  })
})

test('a library of several topics stays while one of them is needed', () => {
  const text = JSON.stringify({ topics: [{ sha256: hash('another topic') }, { sha256: contentSha256 }] })
  use((db) => {
    addHandout(db, makeHandout(1, { givenAt: '2026-01-01T12:00:00.000Z' }), { hash: hash(text), text })
    addHandout(db, makeHandout(2, { givenAt: '2026-03-01T12:00:00.000Z' }))
    purgeHandouts(db, '2026-02-01', now)
    expect([count(db), listMissingContents(db)]).toEqual([1, []])
  })
})

test('a library that went with a purge is kept again with the next sheet made from it', () => {
  use((db) => {
    for (const number of [1, 2]) addHandout(db, makeHandout(number), aContent) // the second time it is known to be whole
    purgeHandouts(db, '2026-04-01', now)
    expect(count(db)).toBe(0)
    addHandout(db, makeHandout(3), aContent)
    expect([count(db), listMissingContents(db)]).toEqual([1, []])
  })
})

test('a purge keeps a damaged library that may be needed, so that it can be told', () => {
  use((db) => {
    addHandout(db, makeHandout(1, { givenAt: '2026-01-01T12:00:00.000Z' }), aContent)
    addHandout(db, makeHandout(2, { givenAt: '2026-03-01T12:00:00.000Z' }))
    spoil(db)
    purgeHandouts(db, '2026-02-01', now)
    expect(checkRecords(db).damaged).toBe(1)
    purgeHandouts(db, '2026-04-01', now)
    expect(count(db)).toBe(0)
  })
})

test('R7: a copy holds the libraries, and brings them back', async () => {
  mkdirSync(copies())
  use((db) => keepContent(db, aContent))
  const { file: copy } = await backUp(file(), copies(), '2026-11-22')
  use((db) => db.exec('DELETE FROM contents'))
  restoreBackup(join(copies(), copy), file(), now)
  use((db) => expect(listContents(db, contentSha256)).toEqual([aContent.text]))
})

test('R6: a library that the disk changed is not used, is found, and comes from a copy when the file is healed', async () => {
  mkdirSync(copies())
  use((db) => addHandout(db, aHandout, aContent))
  await backUp(file(), copies(), '2026-11-22')
  use((db) => {
    spoil(db)
    expect(listContents(db, contentSha256)).toEqual([])
    expect(checkRecords(db).damaged).toBe(1)
  })
  const kept = keepClinic({
    paths: { clinicDatabase: file(), backups: copies() },
    reserve: makeReserve(folder(), 'records'),
    readTime: () => now,
  })
  kept.heal()
  expect(listContents(kept.open(), contentSha256)).toEqual([aContent.text])
  expect(checkRecords(kept.open()).damaged).toBe(0)
  kept.close()
})
