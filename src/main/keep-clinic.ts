import { tell, type Message } from '../domain/message.ts'
import { listDamaged } from '../store/check-records.ts'
import { openClinicDatabase } from '../store/clinic-database.ts'
import { noteHealed, tryNote } from '../store/copies-note.ts'
import { holdPlace, type HeldPlace } from '../store/hold-place.ts'
import type { Db } from '../store/open-database.ts'
import { areRecordsLost } from '../store/records-lost.ts'
import { attempt } from '../store/read-damaged.ts'
import type { Reserve } from '../store/reserve.ts'
import { restoreBackup } from '../store/restore-backup.ts'
import { readRecordSettings } from '../store/settings-store.ts'
import { settleSettings, type Unsettled } from '../store/settle-settings.ts'
import { sweepHalves } from '../store/sweep-halves.ts'
import { DamagedFile, DiskFull, tellSqlite, toStorageError } from '../store/storage-error.ts'
import { healClinic } from './heal-clinic.ts'
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
  /** what was done to a file that was damaged, or not where it was, a sentence each, until it was put away */
  readonly listHealed: () => readonly Message[]
  /** puts that away, for every start to come */
  readonly hideHealed: () => void
}

type ClinicKit = {
  readonly paths: { readonly clinicDatabase: string; readonly backups: string }
  readonly reserve: Reserve
  readonly readTime: () => Date
}

/**
 * Opens clinic.db now, and holds it: everyone asks anew each time, for another file may have taken its place. A damaged one
 * is healed at once, and one that is gone or empty is made anew of its copies; one that another program takes away meanwhile
 * is put back, with all it held. The sheets of the log are read through in a thread soon after, and whenever they are copied.
 */
export function keepClinic({ paths, reserve, readTime }: ClinicKit): KeptClinic {
  const { clinicDatabase, backups } = paths
  let healed: readonly Message[] = tryNote(clinicDatabase)?.healed ?? []
  const tellHealed = (...told: readonly Message[]) => {
    const isNew = (message: Message) => !healed.some((each) => JSON.stringify(each) === JSON.stringify(message))
    healed = [...healed, ...told.filter(isNew)]
  }

  /** What SQLite or the disk throws becomes a sentence. */
  function tellTrouble<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw toStorageError(error, tell('what-records'))
    }
  }

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

  const salvage = () => {
    tellHealed(...withRoom(() => healClinic({ clinicDatabase, backups, now: readTime() })))
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

  function openHeld(): { readonly db: Db; readonly place: HeldPlace } {
    const db = openOrHeal()
    try {
      return { db, place: holdPlace(db) }
    } catch (error) {
      db.close()
      throw error
    }
  }

  const noteWhatHealed = () => {
    try {
      noteHealed(clinicDatabase, healed)
    } catch (error) {
      logFailure('copies.json', error) // it is told until the app ends
    }
  }
  /** What is a rule of today, and not of a copy that was restored or healed from, goes on, and is noted. */
  function settle(db: Db): void {
    const { historyDays, backupFolder } = readRecordSettings(db)
    const tellFirst = ({ days, folder }: Unsettled) => {
      if (days !== null) tellHealed(tell('history-days-kept', { days: historyDays, others: days }))
      const [to, other] = [backupFolder ?? backups, folder?.other ?? backups]
      if (folder !== null) tellHealed(tell('copies-folder-kept', { folder: to, other }))
      noteWhatHealed()
    }
    withRoom(() => tellTrouble(() => settleSettings(db, readTime(), tellFirst)))
  }

  const openAndSettle = () => {
    const opened = holdResult('clinic.db', () => withRoom(openHeld))
    try {
      settle(opened().db)
    } catch (error) {
      logFailure('settings that hold', error) // read they are all the same, and settled with the next change, or start
    }
    if (healed.length > 0) noteWhatHealed()
    return opened
  }

  let held = openAndSettle()
  try {
    held()
    sweepHalves(clinicDatabase)
  } catch (error) {
    logFailure('what a kill left of clinic.db', error)
  }

  /** The file that is open, in its place: one that another program took away is put back first. */
  function find(): Db {
    const { db, place } = held()
    if (!db.open || !place.isLost()) return db
    const other = withRoom(() => tellTrouble(() => place.putBack(readTime())))
    tellHealed(other === null ? tell('records-removed') : tell('records-replaced', { file: other }))
    held = openAndSettle()
    return held().db
  }
  const close = () => {
    try {
      held().db.close()
    } catch {
      // it never opened, which was logged then
    }
  }
  const closeFor = (change: () => void) => {
    close()
    try {
      change()
    } finally {
      held = openAndSettle()
    }
  }
  /** What SQLite throws becomes a sentence, and damage that shows only now is known as such. */
  const workOn = <T>(work: (db: Db) => T): T => {
    const db = find()
    try {
      return work(db)
    } catch (error) {
      throw tellSqlite(error, tell('what-records'))
    }
  }
  return {
    open: find,
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
    close: () => {
      try {
        find()
      } catch (error) {
        logFailure('clinic.db', error)
      }
      close()
    },
    restore: (copy) => {
      const isReadable = attempt(() => readRecordSettings(find())) !== undefined
      if (isReadable) settle(find()) // what could not be noted now would not hold then
      closeFor(() => restoreBackup(copy, clinicDatabase, readTime()))
    },
    heal: () => closeFor(salvage),
    listHealed: () => healed,
    hideHealed: () => {
      healed = []
      noteWhatHealed()
    },
  }
}
