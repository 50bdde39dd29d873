import { mostCopies, type PrintChoice, type Sides } from '../../domain/print-choice.ts'
import type { PrinterOptions } from '../../ipc/printing.ts'
import type { Words } from '../words/words.ts'

/** How the next sheet is to be printed, as it stands in the window: the copies as typed, the printer maybe not there. */
export type PrintDraft = {
  readonly printer: string | null
  readonly copies: string
  readonly sides: Sides | null
  readonly tray: string | null
}

export const firstPrintDraft: PrintDraft = { printer: null, copies: '1', sides: null, tray: null }

/** What the clinician calls each choice of sides. */
export function nameSides(sides: Sides, { t }: Words): string {
  switch (sides) {
    case 'one-sided':
      return t('issue.oneSided')
    case 'long-edge':
      return t('issue.longEdge')
    case 'short-edge':
      return t('issue.shortEdge')
  }
}

/** The copies that were typed; null for what is not a number of copies. */
export function readCopies(typed: string): number | null {
  const copies = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0
  return copies >= 1 && copies <= mostCopies ? copies : null
}

/** Why the copies cannot be printed; null when they can. */
export function explainCopies(typed: string, { t }: Words): string | null {
  return readCopies(typed) === null ? t('issue.copiesWrong', { most: mostCopies }) : null
}

/** What of the chosen sides and tray a printer offers; the rest is left as it is set. */
export function keepOffered(
  { sides, tray }: Pick<PrintChoice, 'sides' | 'tray'>,
  options: PrinterOptions,
): Pick<PrintChoice, 'sides' | 'tray'> {
  return {
    sides: sides !== null && options.sides.includes(sides) ? sides : null,
    tray: options.trays.some(({ id }) => id === tray) ? tray : null,
  }
}

/** What is chosen of the options, for the line that opens them: "One side · Tray 2"; '' when all is left to the printer. */
export function describeOptions(
  { sides, tray }: Pick<PrintChoice, 'sides' | 'tray'>,
  options: PrinterOptions,
  words: Words,
): string {
  const chosen = [
    sides === null ? undefined : nameSides(sides, words),
    options.trays.find(({ id }) => id === tray)?.name,
  ]
  return chosen.filter((word) => word !== undefined).join(' · ')
}
