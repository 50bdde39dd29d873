import { readFileSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { writeEnglish } from '../../src/domain/message.ts'
import { passphrase, sheet, useHistory } from './use-history.ts'

const { file, keep } = useHistory()

/** Changes one bit of what the index of ids has of a record: its id, or the number of its row. */
function flipInIndex(id: string, what: 'id' | 'row'): void {
  const db = new Database(file())
  db.pragma('wal_checkpoint(TRUNCATE)')
  const root = Number(
    db.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_sealed_1'`).pluck().get(),
  )
  const size = Number(db.pragma('page_size', { simple: true }))
  db.close()
  const bytes = readFileSync(file())
  const page = bytes.subarray((root - 1) * size, root * size)
  const at = page.indexOf(id)
  expect(at).toBeGreaterThan(0)
  // the number of the row stands behind the id: 1 is written in no byte at all, 2 and 3 in one
  const place = what === 'id' ? at + 2 : at + id.length
  page.writeUInt8(page.readUInt8(place) ^ 1, place)
  writeFileSync(file(), bytes)
}

/** What stands in the table, and whether its index fits it. */
function look(): { ids: unknown[]; verdict: unknown } {
  const db = new Database(file())
  const ids = db.prepare('SELECT id FROM sealed NOT INDEXED ORDER BY row').pluck().all()
  const verdict = db.pragma('integrity_check', { simple: true })
  db.close()
  return { ids, verdict }
}

async function keepThree() {
  const kept = keep()
  await kept.history.switchOn(passphrase)
  for (let number = 0; number < 3; number += 1) kept.history.add(sheet)
  const ids = kept
    .list()
    .map(({ handout }) => handout.id)
    .toReversed()
  return { ...kept, ids, of: (index: number) => ids[index] ?? '' }
}

test.each(['id', 'row'] as const)(
  'D2: an index of history.db with another %s is found when it is opened, made anew, and told; a removed name is gone',
  async (what) => {
    const { history: before, ids, of } = await keepThree()
    before.close()
    flipInIndex(of(1), what)
    expect(look().verdict).not.toBe('ok')
    const { history, list } = keep()
    expect(history.readStatus().notices.map(writeEnglish)).toEqual([
      'A damaged part of history.db could have kept names from being removed. It was made anew; no sheet is lost. Have the disk checked.',
    ])
    await history.unlock('four words are enough')
    expect(list()).toHaveLength(3)
    history.remove(of(1))
    expect(look()).toEqual({ ids: [ids[0], ids[2]], verdict: 'ok' })
    expect(history.erase().notices).toEqual([])
  },
)

test.each(['id', 'row'] as const)(
  'D7: an index with another %s keeps no record from going by its age, while it is locked',
  async (what) => {
    const { history: before, of } = await keepThree()
    before.close()
    flipInIndex(of(2), what)
    const { history } = keep({ now: new Date('2027-01-22T09:30:00.000Z') })
    history.startPurging()()
    expect([look(), history.readStatus().state]).toEqual([{ ids: [], verdict: 'ok' }, 'locked'])
    history.close()
  },
)

test.each(['id', 'row'] as const)(
  'D2: an index that is changed while the history is open, its %s, leads no removal to another record or to none',
  async (what) => {
    const { history, list, ids, of } = await keepThree()
    flipInIndex(of(1), what)
    const other = new Database(file())
    other.exec('UPDATE lock SET failures = 0') // so that the file is read anew
    other.close()
    history.add(sheet)
    history.recordDone(of(1), '2026-12-20')
    expect(list().map(({ doneOn }) => doneOn)).toEqual([null, null, '2026-12-20', null])
    const [last] = list()
    expect(history.show(of(1)).record.doneOn).toBe('2026-12-20')
    history.remove(of(1))
    expect(look()).toEqual({ ids: [ids[0], ids[2], last?.handout.id], verdict: 'ok' })
    const told = what === 'id' ? ['history-index-mended'] : [] // the one with another number went with its record
    expect(history.readStatus().notices.map(({ id }) => id)).toEqual(told)
    history.close()
  },
)
