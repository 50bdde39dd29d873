import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, vi } from 'vitest'
import { keepClinic } from '../../src/main/keep-clinic.ts'
import type { Db } from '../../src/store/open-database.ts'
import { makeReserve } from '../../src/store/reserve.ts'
import { readRecordSettings, saveRecordSettings } from '../../src/store/settings-store.ts'
import { useTempFolder } from './temp-folder.ts'

/** A folder for each test, and a clinic.db kept in it, with nothing said aloud. Hooks belong to the file that asks: each test file calls this once. */
export function useClinic(now = new Date('2026-11-22T09:30:00.000Z')) {
  const folder = useTempFolder()
  const within = (name: string) => () => join(folder(), name)
  const [file, backups, note] = [within('clinic.db'), within('backups'), within('copies.json')]
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    mkdirSync(backups())
  })
  afterEach(() => vi.restoreAllMocks())

  const keepIn = (place: string) =>
    keepClinic({
      paths: { clinicDatabase: join(place, 'clinic.db'), backups: join(place, 'backups') },
      reserve: makeReserve(place, 'records'),
      readTime: () => now,
    })
  const keep = () => keepIn(folder())
  /** Opens it, does something with it, and closes it. */
  function use<T>(work: (db: Db) => T): T {
    const kept = keep()
    const result = work(kept.open())
    kept.close()
    return result
  }
  const setDays = (db: Db, historyDays: number) =>
    void saveRecordSettings(db, { ...readRecordSettings(db), historyDays }, now)
  /** What is told once the file is opened anew, which is then put away, and for how many days the history is kept. */
  function openAgain() {
    const kept = keep()
    const days = readRecordSettings(kept.open()).historyDays
    const told = kept.listHealed().map(({ id }) => id)
    kept.hideHealed()
    kept.close()
    return { days, told }
  }
  return { now, folder, file, backups, note, keep, keepIn, use, setDays, openAgain }
}
