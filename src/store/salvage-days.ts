import { mostHistoryDays } from '../domain/history.ts'
import { RecordSettings, type NotedDays } from '../domain/record-settings.ts'
import { appendAudit, isChangeOf, readAudit } from './audit-log.ts'
import { knowsDays } from './copies-note.ts'
import type { Db } from './open-database.ts'
import { attempt, readDamagedSettings, type Setting } from './read-damaged.ts'
import { readInstallKey, sealRow } from './seal.ts'

/** A file that settings are taken from: the damaged one, or a copy. */
type Source = { readonly db: Db; readonly isOwn: boolean }

const name = 'historyDays'

/** The last entry of an audit by which the days were changed; 0 when they never were. */
function findLastChange(db: Db): number {
  return readAudit(db).entries.findLast((entry) => isChangeOf(entry, name))?.number ?? 0
}

/** Whether all settings can be read, and are as they were written: no row is ever taken out, so one that is not there was never set. */
function areSettingsWhole(db: Db, key: Uint8Array): boolean {
  const count = attempt(() => db.prepare<[], number>('SELECT count(*) FROM settings').pluck().get()) ?? 0
  return count > 0 && readDamagedSettings(db, key).length === count
}

/** What a source tells of the days: as they were set; that they never were; or nothing. */
function readDays({ db, isOwn }: Source, key: Uint8Array, lastChange: number): Setting | 'never set' | undefined {
  const row = readDamagedSettings(db, key).find((each) => each.key === name)
  const audit = attempt(() => readAudit(db, key))
  if (row !== undefined) return isOwn || (audit?.entries.length ?? 0) >= lastChange ? row : undefined
  const isWhole = audit?.brokenAt === null || areSettingsWhole(db, key)
  return isWhole && lastChange === 0 ? 'never set' : undefined
}

/** Whether a damaged file still has all that was done to it. */
function isAuditWhole({ db }: Source, key: Uint8Array): boolean {
  return attempt(() => readAudit(db, key))?.brokenAt === null
}

/**
 * The days where no note tells them: of the damaged file; else of the newest copy that has their last change, which only an
 * audit that is whole tells. So when the damaged file is lost to the last row, no copy is sure.
 */
function findInSources(sources: readonly Source[], key: Uint8Array, lastChange: number) {
  const own = sources.find(({ isOwn }) => isOwn)
  if (own === undefined) return undefined
  const copies = isAuditWhole(own, key) ? sources.filter(({ isOwn }) => !isOwn) : []
  for (const source of [own, ...copies]) {
    const found = readDays(source, key, lastChange)
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * Takes over for how many days the history is kept: from the damaged file, unless that is of before they were noted; else
 * from the note. Names removed by other days would be gone for good, so where nobody is sure they become the most there can
 * be, by which nothing goes too early. To be called once the audit is taken over, and the other settings.
 * @param noted the days as the note beside clinic.db has them
 * @returns whether they were known
 */
export function takeDays(fresh: Db, sources: readonly Source[], noted: NotedDays | null, at: Date): boolean {
  const key = readInstallKey(fresh)
  const lastChange = findLastChange(fresh)
  const make = (days: number): Setting => {
    const value = JSON.stringify(days)
    return { key: name, value, seal: sealRow(key, 'settings', [name, value]) }
  }
  const takeNoted = ({ history, setBy }: NotedDays) =>
    setBy === null && history === RecordSettings.parse({}).historyDays ? 'never set' : make(history)
  const own = sources.find(({ isOwn }) => isOwn)
  const doesOwnKnow = own && noted && attempt(() => knowsDays(own.db, noted))
  const told = doesOwnKnow ? readDays(own, key, lastChange) : undefined
  const found = noted ? (told ?? takeNoted(noted)) : findInSources(sources, key, lastChange)
  const days = found ?? make(mostHistoryDays)
  fresh.prepare('DELETE FROM settings WHERE key = ?').run(name)
  if (days !== 'never set')
    fresh.prepare('INSERT INTO settings (key, value, seal) VALUES (@key, @value, @seal)').run(days)
  // By the note or by nobody: who lacks this entry, as the copy that was healed from does, is of before.
  const isTold = found === 'never set' || (found !== undefined && (noted === null || knowsDays(fresh, noted)))
  if (!isTold) appendAudit(fresh, { kind: 'settings-changed', fields: [name] }, at)
  return found !== undefined
}
