import { assertNever } from '../../domain/app-error.ts'
import type { PrintJob } from '../../ipc/printing.ts'
import { countPages } from './count-pages.ts'

/** How a job is told: as good, as going on, or as something to see to. */
export type JobTone = 'plain' | 'stop'

/** What of how much goes where: "2 copies of 2 pages on Front_desk". */
function describeExtent({ copies, pages, printer }: PrintJob): string {
  return copies === 1 ? `${countPages(pages)} on ${printer}` : `${copies} copies of ${countPages(pages)} on ${printer}`
}

/** Where a job stands, in a sentence or two; never more than the print system said. */
export function describeJob(job: PrintJob): { readonly tone: JobTone; readonly text: string } {
  const { state, printer } = job
  const plain = (text: string) => ({ tone: 'plain' as const, text })
  switch (state.kind) {
    case 'waiting':
      return plain(`Waits for the sheet before it: ${describeExtent(job)}`)
    case 'sending':
      return plain(`Sending ${describeExtent(job)}…`)
    case 'accepted':
      return plain(`Accepted, not on paper yet: ${describeExtent(job)}`)
    case 'printing':
      return plain(`Printing ${describeExtent(job)}…`)
    case 'held':
      return { tone: 'stop', text: `Not printed yet on ${printer}. ${state.message}` }
    case 'printed':
      return plain(`Printed, says the printer: ${describeExtent(job)}`)
    case 'cancelled':
      return plain(`Cancelled: ${describeExtent(job)}`)
    case 'failed':
      return { tone: 'stop', text: state.message }
    case 'untold':
      return plain(`Handed over: ${describeExtent(job)}. No more is known here. Please look at the printer.`)
    default:
      return assertNever(state)
  }
}
