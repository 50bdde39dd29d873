import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { toLocalDate } from '../domain/calendar.ts'
import { mostHistoryDays } from '../domain/history.ts'
import { tell, type Message } from '../domain/message.ts'
import { compareAge, listBackups } from '../store/back-up.ts'
import { listDamaged } from '../store/check-records.ts'
import { openClinicDatabase } from '../store/clinic-database.ts'
import { areRecordsLost, findCopiesNote, noteFolder, renewInstallation } from '../store/copies-note.ts'
import type { Db } from '../store/open-database.ts'
import type { Reserve } from '../store/reserve.ts'
import { restoreBackup } from '../store/restore-backup.ts'
import { salvageRecords } from '../store/salvage.ts'
import { readRecordSettings } from '../store/settings-store.ts'
import { DamagedFile, DiskFull, tellSqlite } from '../store/storage-error.ts'
import { holdResult } from './hold-result.ts'
import { logFailure } from './log-failure.ts'

/** clinic.db while the app runs. */
export type KeptClinic = {
  /** @throws AppError storage-failed when it could not be opened */
  readonly open: () => Db
  /**
   * Does something with it. Damage that only shows then is healed, a full disk gets the reserve, and it is tried once more.
   * @throws AppError storage-failed
   */
  readonly use: <T>(work: (db: Db) => T) => T
  readonly close: () => void
  /** Puts a copy in its place, and opens that. @throws AppError storage-failed, with the old one open again */
  readonly restore: (copy: string) => void
  /** Makes a new one of what is whole in the damaged one and in its copies. */
  readonly heal: () => void
  /** what was done to a damaged file since the app was started, a sentence each */
  readonly listHealed: () => readonly Message[]
}

type ClinicKit = {
  readonly paths: { readonly clinicDatabase: string; readonly backups: string }
  readonly reserve: Reserve
  readonly readTime: () => Date
}

/**
 * Opens clinic.db now, and holds it: everyone asks anew each time, for another file may have taken its place. A damaged one
 * is healed at once, and one that is gone or empty is made anew of its copies; the sheets of the log are read through in a thread soon after, and whenever they are copied.
 */
export function keepClinic({ paths, reserve, readTime }: ClinicKit): KeptClinic {
  const { clinicDatabase, backups } = paths
  const healed: Message[] = []

  /** On a full disk it is tried once more, with the space of the reserve. */
  function withRoom<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof DiskFull) || !reserve.release()) throw error
      logFailure('clinic.db', error)
      return work()
    }
  }

  /** The copies of this installation, newest first, beside it and where the clinic wants them: a damaged file need not say where. */
  function listOwnCopies(folders: readonly string[]): string[] {
    const today = toLocalDate(readTime())
    const copies = folders.flatMap((folder) =>
      listBackups(clinicDatabase, folder, today).map((copy) => ({ ...copy, folder })),
    )
    const own = copies.filter(({ from }) => from === 'here').toSorted(compareAge(today))
    return own.map(({ folder, file }) => join(folder, file))
  }

  function salvage(): void {
    const chosen = findCopiesNote(clinicDatabase)?.folder ?? backups
    const copies = listOwnCopies([...new Set([chosen, backups])])
    const saved = withRoom(() => salvageRecords(clinicDatabase, copies, readTime()))
    const { handouts, settings, lostContents, areDaysKnown, keyFrom, aside } = saved
    const unseen = chosen !== backups && !existsSync(chosen)
    // What was not seen, or could not be read, must not give way to the copies of a file that lacks it.
    if (keyFrom === 'nowhere' || (keyFrom === 'copy' && unseen)) renewInstallation(clinicDatabase)
    if (aside !== null) healed.push(tell('records-healed', { handouts, settings, file: aside }))
    else healed.push(tell(keyFrom === 'copy' ? 'records-from-copy' : 'records-begun-anew', { handouts, settings }))
    if (unseen) healed.push(tell('copies-unseen', { folder: chosen }))
    if (!areDaysKnown) healed.push(tell('history-days-lost', { days: mostHistoryDays }))
    if (lostContents > 0) healed.push(tell('contents-lost', { count: lostContents }))
  }

  function openWhole(): Db {
    const db = openClinicDatabase(clinicDatabase)
    try {
      if (listDamaged(db).length === 0) return db
    } catch (error) {
      logFailure('clinic.db', error)
    }
    db.close()
    throw new DamagedFile('storage-failed', tell('file-damaged', { file: 'clinic.db' }))
  }

  function openOrHeal(): Db {
    if (areRecordsLost(clinicDatabase)) salvage()
    try {
      return openWhole()
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error
      logFailure('clinic.db', error)
      salvage()
      return openWhole()
    }
  }

  const openAndNote = () => {
    const opened = holdResult('clinic.db', () => withRoom(openOrHeal))
    try {
      noteFolder(clinicDatabase, readRecordSettings(opened()).backupFolder)
    } catch (error) {
      logFailure('copies.json', error)
    }
    return opened
  }

  let held = openAndNote()
  const close = () => {
    try {
      held().close()
    } catch {
      // it never opened, which was logged then
    }
  }
  const closeFor = (change: () => void) => {
    close()
    try {
      change()
    } finally {
      held = openAndNote()
    }
  }
  /** What SQLite throws becomes a sentence, and damage that shows only now is known as such. */
  const workOn = <T>(work: (db: Db) => T): T => {
    const db = held()
    try {
      return work(db)
    } catch (error) {
      throw tellSqlite(error, tell('what-records'))
    }
  }
  return {
    open: () => held(),
    use: (work) => {
      try {
        return withRoom(() => workOn(work))
      } catch (error) {
        if (!(error instanceof DamagedFile)) throw error
        logFailure('clinic.db', error)
        closeFor(salvage)
        return workOn(work)
      }
    },
    close,
    restore: (copy) => closeFor(() => restoreBackup(copy, clinicDatabase, readTime())),
    heal: () => closeFor(salvage),
    listHealed: () => healed,
  }
}
