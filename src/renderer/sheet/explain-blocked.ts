import type { Problem } from '../../domain/app-error.ts'

/** A printer of this computer, as the main process lists it. */
export type Printer = { readonly name: string; readonly isDefault: boolean }

/** Why the sheet cannot be made as things stand, in words for the bar and the preview; null when it can. */
export function explainBlocked(typed: readonly Problem[], rendered: readonly Problem[]): string | null {
  const only = typed.length === 1 ? typed[0] : undefined
  if (only) return only.message
  if (typed.length > 1) return `${typed.length} fields need your attention. They are marked in red.`
  if (rendered.length > 0) return rendered.map((problem) => problem.message).join(' ')
  return null
}

/** Why nothing can be printed, while printers are looked for (`null`) or none is there. */
export function explainNoPrinter(printers: readonly Printer[] | null): string | null {
  if (printers === null) return 'Looking for printers…'
  return printers.length === 0 ? 'No printer found on this computer. Save the PDF instead.' : null
}

/** The printer to use: the one chosen if it is still there, else the computer's default, else the first. */
export function choosePrinter(printers: readonly Printer[] | null, chosen: string | null): string | null {
  const names = (printers ?? []).map(({ name }) => name)
  if (chosen !== null && names.includes(chosen)) return chosen
  return printers?.find(({ isDefault }) => isDefault)?.name ?? names[0] ?? null
}
