import { mostHistoryDays } from '../domain/history.ts'
import { appendAudit, readAudit } from './audit-log.ts'
import type { Db } from './open-database.ts'
import { attempt, readDamagedSettings, type Setting } from './read-damaged.ts'
import { readInstallKey, sealRow } from './seal.ts'

/** A file that settings are taken from: the damaged one, or a copy. */
type Source = { readonly db: Db; readonly isOwn: boolean }

const name = 'historyDays'

/** The last entry of an audit by which the days were changed; 0 when they never were. */
function findLastChange(db: Db): number {
  const changes = readAudit(db).entries.filter(
    ({ event }) => event.kind === 'settings-changed' && event.fields.includes(name),
  )
  return changes.at(-1)?.number ?? 0
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

/**
 * Takes over for how many days the history is kept, from the first source that knows. A copy from before they were last
 * changed does not: names removed by them would be gone for good. Where none knows they become the most there can be, by
 * which nothing goes too early. To be called once the audit is taken over, and the other settings.
 * @returns whether they were known
 */
export function takeDays(fresh: Db, sources: readonly Source[], at: Date): boolean {
  const key = readInstallKey(fresh)
  const lastChange = findLastChange(fresh)
  let found: Setting | 'never set' | undefined
  for (const source of sources) found ??= readDays(source, key, lastChange)
  const isKnown = found !== undefined
  const value = JSON.stringify(mostHistoryDays)
  const days = found ?? { key: name, value, seal: sealRow(key, 'settings', [name, value]) }
  fresh.prepare('DELETE FROM settings WHERE key = ?').run(name)
  if (days !== 'never set')
    fresh.prepare('INSERT INTO settings (key, value, seal) VALUES (@key, @value, @seal)').run(days)
  if (!isKnown) appendAudit(fresh, { kind: 'settings-changed', fields: [name] }, at)
  return isKnown
}
