import { join } from 'node:path'
import { AppError } from '../domain/app-error.ts'
import type { Bundle } from '../domain/bundle.ts'
import { toLocalDate, type IsoDate } from '../domain/calendar.ts'
import { mostHistoryDays } from '../domain/history.ts'
import { tell, type Message } from '../domain/message.ts'
import { RecordSettings } from '../domain/record-settings.ts'
import type { RecordsStatus } from '../ipc/records.ts'
import { compareAge, listBackups } from '../store/back-up.ts'
import { findCopiesNote, readCopiesNote } from '../store/copies-note.ts'
import { writeBundleFile } from '../store/bundle-file.ts'
import { mendIndexes } from '../store/check-indexes.ts'
import { emptyJournal } from '../store/empty-journal.ts'
import { exportRecords } from '../store/export-records.ts'
import { countHandoutsBefore, purgeHandouts } from '../store/handout-store.ts'
import { refuseClosedFolder } from '../store/refuse-closed-folder.ts'
import { makePrivateFolder } from '../store/private-folder.ts'
import type { Reserve } from '../store/reserve.ts'
import { readRecordSettings, saveRecordSettings } from '../store/settings-store.ts'
import { DamagedFile } from '../store/storage-error.ts'
import { writeFileWhole } from '../store/write-file-whole.ts'
import { describeRecords } from './describe-records.ts'
import type { BackupOrder } from './backup-messages.ts'
import type { KeptClinic } from './keep-clinic.ts'
import { logFailure } from './log-failure.ts'
import type { Paths } from './paths.ts'
import type { RunBackup } from './run-backup.ts'

/** The system's dialogs that the records need; null when one was closed. */
export type AskForRecords = {
  readonly forExport: (suggestion: string) => Promise<string | null>
  readonly forFolder: () => Promise<string | null>
}

/** All that can be done with the records as a whole. Each may throw AppError storage-failed, and stops nobody else. */
export type KeptRecords = {
  readonly readSettings: () => RecordSettings
  /** Changes some of the settings. @returns all of them */
  readonly saveSettings: (change: Partial<RecordSettings>) => RecordSettings
  /** How many sheets of the log were given before a day. */
  readonly countBefore: (before: IsoDate) => number
  /** @returns how many sheets were taken out of the log */
  readonly purge: (before: IsoDate) => number
  readonly readStatus: () => RecordsStatus
  /** why the last copy could not be made; null once one was */
  readonly readCopyTrouble: () => Message | null
  /** what was done to records that were lost or damaged, a sentence each, until it was put away */
  readonly listHealed: () => readonly Message[]
  readonly hideHealed: () => void
  readonly backUp: () => Promise<RecordsStatus>
  /** @param file the name of a copy, as the status gives it @param folder where it lies, if not where the copies go */
  readonly restore: (file: string, folder?: string) => Promise<RecordsStatus>
  /** @returns the path of the file; null when the dialog was closed */
  readonly exportAll: () => Promise<string | null>
  readonly chooseFolder: () => Promise<RecordSettings>
  /** Checks the records soon, and makes a copy each day while the app runs. @returns a function that ends this */
  readonly startDaily: () => () => void
}

type RecordsKit = {
  readonly paths: Pick<Paths, 'clinicDatabase' | 'backups' | 'writing'>
  readonly kept: KeptClinic
  readonly listBundles: () => Promise<readonly Bundle[]>
  readonly reserves: readonly Reserve[]
  readonly runBackup: RunBackup
  readonly ask: AskForRecords
  readonly readTime: () => Date
}

/** Not while the window opens; later often enough for an app that is never closed. */
const [firstLook, betweenLooks] = [20_000, 60 * 60_000]

/** Makes what looks after the records in clinic.db. */
export function keepRecords({ paths, kept, listBundles, reserves, runBackup, ask, readTime }: RecordsKit): KeptRecords {
  let failure: Message | null = null
  let running: Promise<void> | null = null
  /** while the rows are held against their seals: a file that is read cannot be replaced */
  let checking: Promise<void> | null = null
  let doesTextRemain = false
  /** whether an index did not fit its table since the app was started */
  let isIndexMended = false

  function readSettings(): RecordSettings {
    try {
      return kept.use(readRecordSettings)
    } catch {
      // Logged when it was opened, and told by the status. No name goes by days that nobody set.
      return RecordSettings.parse({ historyDays: mostHistoryDays })
    }
  }
  function saveSettings(change: Partial<RecordSettings>): RecordSettings {
    const saved = kept.use((db) => saveRecordSettings(db, { ...readRecordSettings(db), ...change }, readTime()))
    if (change.backupFolder !== undefined) failure = null // it was of the folder before
    return saved
  }
  const findFolder = () => readSettings().backupFolder ?? paths.backups
  const listIn = (folder: string) => listBackups(paths.clinicDatabase, folder, toLocalDate(readTime()))
  const listCopies = () => listIn(findFolder())

  /** Where copies may lie: where they go, in the folder of this account, and in the one that was chosen before. */
  function listFolders(): readonly string[] {
    const earlier = findCopiesNote(paths.clinicDatabase)?.earlier ?? null
    return [...new Set([findFolder(), paths.backups, ...(earlier === null ? [] : [earlier])])]
  }
  function listAllCopies(): RecordsStatus['backups'] {
    const all = listFolders().flatMap((folder) => listIn(folder).map((each) => ({ ...each, folder })))
    return all.toSorted(compareAge(toLocalDate(readTime())))
  }

  /** Takes the text of what was purged out of the file; what still reads that, a copy being made for one, delays it. */
  function finishPurge(): void {
    try {
      doesTextRemain = !kept.use(emptyJournal)
    } catch (error) {
      logFailure('the end of a purge', error)
    }
  }
  function readStatus(): RecordsStatus {
    if (doesTextRemain) finishPurge()
    return { backups: listAllCopies(), folder: findFolder(), ownFolder: paths.backups, notices: listNotices() }
  }
  function listNotices(): Message[] {
    return [
      ...describeRecords(kept),
      ...(isIndexMended ? [tell('index-mended')] : []),
      ...(doesTextRemain ? [tell('purge-unfinished')] : []),
      ...(reserves.some((reserve) => reserve.isReleased()) ? [tell('reserve-used')] : []),
      ...(failure === null ? [] : [failure]),
    ]
  }

  /** @returns whether all that it read was whole */
  async function runWhole(order: BackupOrder): Promise<boolean> {
    try {
      await runBackup(order)
      return true
    } catch (error) {
      if (error instanceof DamagedFile) return false
      throw error
    }
  }

  async function runOrHeal(order: BackupOrder): Promise<void> {
    if (await runWhole(order)) return
    // An index that fits its table again says nothing of the rows, which are read only then.
    if (kept.use(mendIndexes) && (await runWhole(order))) {
      isIndexMended = true
      return
    }
    kept.heal()
    await runBackup(order)
  }

  async function copy(): Promise<void> {
    const folder = findFolder()
    if (folder === paths.backups) makePrivateFolder(folder)
    kept.open() // what cannot be opened cannot be copied, and says why
    try {
      await runOrHeal({ task: 'copy', database: paths.clinicDatabase, folder, day: toLocalDate(readTime()) })
      const bundles = await listBundles()
      const { installation } = readCopiesNote(paths.clinicDatabase)
      if (bundles.length > 0)
        await writeBundleFile(join(folder, `caresheet-bundles-${installation}.json`), bundles, paths.writing)
      failure = null
    } catch (error) {
      failure = error instanceof AppError ? error.told : tell('backup-fault')
      throw error
    }
  }

  /** One copy at a time: who asks meanwhile waits for the one that is being made. */
  async function backUp(): Promise<RecordsStatus> {
    running ??= copy().finally(() => {
      running = null
      if (doesTextRemain) finishPurge()
    })
    await running
    return readStatus()
  }

  function isCopiedToday(): boolean {
    const today = toLocalDate(readTime())
    return listCopies().some(({ day, from }) => from === 'here' && day === today)
  }

  /** @returns whether a copy was made, for which every row was held against its seal */
  async function lookWhetherDue(): Promise<boolean> {
    for (const reserve of reserves) reserve.keep()
    finishPurge() // one that a crash broke off too
    if (isCopiedToday()) return false
    try {
      await backUp()
      return true
    } catch (error) {
      logFailure('the daily copy', error)
      return false
    }
  }

  async function check(): Promise<void> {
    try {
      kept.open()
      await runOrHeal({ task: 'check', database: paths.clinicDatabase })
    } catch (error) {
      logFailure('the check of the records', error)
    }
  }

  /** Once a start every row is held against its seal: by the copy that is due, or where none is made, without one. */
  async function lookFirst(): Promise<void> {
    if (await lookWhetherDue()) return
    checking = check().finally(() => {
      checking = null
    })
    await checking
  }

  return {
    readSettings,
    saveSettings,
    countBefore: (before) => kept.use((db) => countHandoutsBefore(db, before)),
    purge: (before) => {
      const removed = kept.use((db) => purgeHandouts(db, before, readTime()))
      finishPurge()
      if (doesTextRemain) throw new AppError('storage-failed', tell('purge-unfinished'))
      return removed
    },
    readStatus,
    readCopyTrouble: () => failure,
    listHealed: kept.listHealed,
    hideHealed: kept.hideHealed,
    backUp,
    restore: async (file, folder = findFolder()) => {
      // only what the status offers, and still there
      if (!listAllCopies().some((each) => each.file === file && each.folder === folder))
        throw new AppError('not-available', tell('backup-gone', { folder }))
      await Promise.allSettled([running, checking])
      kept.restore(join(folder, file))
      return readStatus()
    },
    exportAll: async () => {
      const path = await ask.forExport(`caresheet-records-${toLocalDate(readTime())}.json`)
      if (path === null) return null
      const bundles = await listBundles()
      const told = kept.use((db) => exportRecords(db, bundles, readTime()))
      await writeFileWhole(path, new TextEncoder().encode(`${JSON.stringify(told, null, 2)}\n`), paths.writing)
      return path
    },
    chooseFolder: async () => {
      const folder = await ask.forFolder()
      if (folder === null) return readSettings()
      refuseClosedFolder(folder)
      return saveSettings({ backupFolder: folder })
    },
    startDaily: () => {
      const first = setTimeout(() => void lookFirst(), firstLook)
      const rest = setInterval(() => void lookWhetherDue(), betweenLooks)
      return () => {
        clearTimeout(first)
        clearInterval(rest)
      }
    },
  }
}
