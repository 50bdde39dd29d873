import { useState } from 'react'
import type { PrinterOptions } from '../../ipc/printing.ts'
import type { Ask } from '../clinic-api.ts'
import { useAnswer } from '../use-answer.ts'
import { choosePrinter } from './explain-blocked.ts'
import { firstPrintDraft, type PrintDraft } from './print-choice.ts'

const noOptions: PrinterOptions = { sides: [], trays: [] }

/** How the next sheet will be printed: it starts as the last one on this computer was, and stays from patient to patient. */
export function usePrintChoice(ask: Ask) {
  const found = useAnswer(ask, 'printers.list', {}, { askOnFocus: true })
  const last = useAnswer(ask, 'printers.last', {}).data
  const [changed, setChanged] = useState<Partial<PrintDraft>>({})
  // Without an answer there is none to print on, and saving still works: the bar says so.
  const printers = found.isError ? [] : (found.data ?? null)
  const remembered = last ? { ...last, copies: String(last.copies) } : firstPrintDraft
  const draft: PrintDraft = { ...remembered, ...changed }
  const printer = choosePrinter(printers, draft.printer)
  // Without an answer there is nothing to choose, and the sheet prints as the printer is set.
  const options = useAnswer(ask, 'printers.options', { printer: printer ?? '' }, { isAsked: printer !== null }).data
  const change = (fields: Partial<PrintDraft>) => setChanged({ ...changed, ...fields })
  return { printers, printer, draft, options: options ?? noOptions, change }
}
