import { basename } from 'node:path'
import { AppError } from '../domain/app-error.ts'
import { tell } from '../domain/message.ts'
import { tryNote } from '../store/copies-note.ts'
import { isFilled } from '../store/is-filled.ts'
import type { KeptAudit } from './keep-audit.ts'

/**
 * Whether a history was on when that was last written down; null where it never was. The note beside clinic.db goes before
 * the audit in it, which goes back to an earlier day with a copy that is restored.
 */
export function recallHistory(clinicDatabase: string, findLast: KeptAudit['findLast']): boolean | null {
  const noted = tryNote(clinicDatabase)?.isHistoryOn ?? null
  if (noted !== null) return noted
  const last = findLast(['history-begun', 'history-erased'])
  return last && last.kind === 'history-begun'
}

/**
 * What to tell of a history.db that is gone or empty; null where there was no history. A journal that was left tells of one too.
 * It stays where it is: only there does the file find it again that belongs to it.
 */
export function findLoss(path: string, wasOn: boolean): AppError | null {
  const journal = [`${path}-wal`, `${path}-journal`].find(isFilled)
  if (journal !== undefined)
    return new AppError('not-available', tell('history-gone-journal', { file: basename(journal) }))
  return wasOn ? new AppError('not-available', tell('history-gone')) : null
}
