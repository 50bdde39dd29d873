import { useEffect, useState } from 'react'
import type { PrinterOptions } from '../../ipc/printing.ts'
import type { Ask } from '../clinic-api.ts'
import { choosePrinter } from './explain-blocked.ts'
import { firstPrintDraft, type PrintDraft } from './print-choice.ts'
import { usePrinters } from './use-printers.ts'

const noOptions: PrinterOptions = { sides: [], trays: [] }

/** How the next sheet will be printed: it starts as the last one on this computer was, and stays from patient to patient. */
export function usePrintChoice(ask: Ask) {
  const printers = usePrinters(ask)
  const [draft, setDraft] = useState<PrintDraft>(firstPrintDraft)
  const [known, setKnown] = useState<{ readonly printer: string; readonly options: PrinterOptions } | null>(null)
  const printer = choosePrinter(printers, draft.printer)

  useEffect(() => {
    const recall = async () => {
      const last = await ask('printers.last', {}).catch(() => null)
      if (last !== null) setDraft({ ...last, copies: String(last.copies) })
    }
    void recall()
  }, [ask])

  useEffect(() => {
    if (printer === null) return undefined
    let isCurrent = true
    const read = async () => {
      // Without an answer there is nothing to choose, and the sheet prints as the printer is set.
      const options = await ask('printers.options', { printer }).catch(() => noOptions)
      if (isCurrent) setKnown({ printer, options })
    }
    void read()
    return () => {
      isCurrent = false
    }
  }, [ask, printer])

  const options = known !== null && known.printer === printer ? known.options : noOptions
  const change = (fields: Partial<PrintDraft>) => setDraft({ ...draft, ...fields })
  return { printers, printer, draft, options, change }
}
