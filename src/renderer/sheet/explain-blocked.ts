import type { Problem } from '../../domain/app-error.ts'
import type { SafetyFinding } from '../../domain/check-safety.ts'
import { isReason, listUnanswered } from '../../domain/refuse-unsafe.ts'
import type { Printer } from '../../ipc/printing.ts'
import type { Words } from '../words/words.ts'
import type { Draft } from '../draft.ts'
import { isShownAtField } from '../draft-problems.ts'
import { joinSentences } from '../words/join-sentences.ts'

/** Why the sheet cannot be made as things stand, for the bar; null when it can. Messages that stand at fields are only counted. */
export function explainBlocked(problems: readonly Problem[], { t }: Words): string | null {
  const atFields = problems.filter(isShownAtField).length
  const others = problems.filter((problem) => !isShownAtField(problem)).map((problem) => problem.message)
  const reasons = [...others, ...(atFields > 0 ? [t('issue.fields', { count: atFields })] : [])]
  return reasons.length > 0 ? joinSentences(reasons) : null
}

/** Why the sheet may not leave although it could be made, while a rule says stop and no reason is typed; else null. */
export function explainUnsafe(
  findings: readonly SafetyFinding[],
  typed: Pick<Draft, 'overrideReason' | 'overridden'>,
  { t }: Words,
): string | null {
  if (listUnanswered(findings, typed).length === 0) return null
  return isReason(typed.overrideReason) ? t('safety.reasonAgain') : t('safety.reasonMissing')
}

/** Why nothing can be printed: printers are looked for (`null`), or none is there, and `ifNone` says what to do. */
export function explainNoPrinter(printers: readonly Printer[] | null, ifNone: string, { t }: Words): string | null {
  if (printers === null) return t('issue.lookingForPrinters')
  return printers.length === 0 ? ifNone : null
}

/** The printer to use: the one chosen if it is still there, else the computer's default, else the first. */
export function choosePrinter(printers: readonly Printer[] | null, chosen: string | null): string | null {
  const names = (printers ?? []).map(({ name }) => name)
  if (chosen !== null && names.includes(chosen)) return chosen
  return printers?.find(({ isDefault }) => isDefault)?.name ?? names[0] ?? null
}
