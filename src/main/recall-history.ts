import { AppError } from '../domain/app-error.ts'
import { tell } from '../domain/message.ts'
import type { KeptAudit } from './keep-audit.ts'

/** Under which name the damaged file was set aside that nobody has been told of since; null for none. */
export function findUntold(findLast: KeptAudit['findLast']): string | null {
  const last = findLast(['history-begun', 'history-set-aside', 'history-salvaged', 'history-erased'])
  return last?.kind === 'history-set-aside' ? last.file : null
}

/**
 * Once the file is gone only the audit, or a journal that was left, tells that there was one.
 * @param journal the name under which that is kept; null for none
 * @returns what to tell; null where there was no history
 */
export function findLoss(findLast: KeptAudit['findLast'], journal: string | null): AppError | null {
  const wasOn = findLast(['history-begun', 'history-erased'])?.kind === 'history-begun'
  if (journal !== null) return new AppError('not-available', tell('history-gone-journal', { file: journal }))
  return wasOn ? new AppError('not-available', tell('history-gone')) : null
}
