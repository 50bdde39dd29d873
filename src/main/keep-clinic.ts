import { openClinicDatabase } from '../store/clinic-database.ts'
import type { Db } from '../store/open-database.ts'
import { restoreBackup } from '../store/restore-backup.ts'
import { holdResult } from './hold-result.ts'

/** clinic.db while the app runs. */
export type KeptClinic = {
  /** @throws AppError storage-failed when it could not be opened */
  readonly open: () => Db
  readonly close: () => void
  /** Puts a copy in its place, and opens that. @throws AppError storage-failed, with the old one open again */
  readonly restore: (copy: string) => void
}

/** Opens clinic.db now, and holds it: everyone asks anew each time, for another file may have taken its place. */
export function keepClinic(path: string, readTime: () => Date): KeptClinic {
  const openAgain = () => holdResult('clinic.db', () => openClinicDatabase(path))
  let held = openAgain()
  const close = () => {
    try {
      held().close()
    } catch {
      // it never opened, which was logged then
    }
  }
  return {
    open: () => held(),
    close,
    restore: (copy) => {
      close()
      try {
        restoreBackup(copy, path, readTime())
      } finally {
        held = openAgain()
      }
    },
  }
}
