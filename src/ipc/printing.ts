import { z } from 'zod'
import { assertNever } from '../domain/app-error.ts'
import { Message } from '../domain/message.ts'
import { Sides } from '../domain/print-choice.ts'

/** A printer of this computer. */
export const Printer = z.strictObject({ name: z.string(), isDefault: z.boolean() })
export type Printer = z.output<typeof Printer>

/** What a printer lets one choose; a list is empty where it leaves no choice. A tray has the name the printer gives it. */
export const PrinterOptions = z.strictObject({
  sides: z.array(Sides),
  trays: z.array(z.strictObject({ id: z.string(), name: z.string() })),
})
export type PrinterOptions = z.output<typeof PrinterOptions>

/** How far a sheet has come on its way to paper. */
export const PrintState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('waiting') }),
  z.strictObject({ kind: z.literal('sending') }),
  /** the print system has it; nothing is on paper yet */
  z.strictObject({ kind: z.literal('accepted') }),
  z.strictObject({ kind: z.literal('printing') }),
  /** the printer needs a hand, and goes on when it got one */
  z.strictObject({ kind: z.literal('held'), message: Message }),
  /** so the print system says */
  z.strictObject({ kind: z.literal('printed') }),
  z.strictObject({ kind: z.literal('cancelled') }),
  z.strictObject({ kind: z.literal('failed'), message: Message }),
  /** handed over, and nothing more can be known */
  z.strictObject({ kind: z.literal('untold') }),
])
export type PrintState = z.output<typeof PrintState>

/**
 * One sheet on its way to paper: nothing about the patient. `id` counts from 1 at each start of the app; `at` is when it was
 * sent off.
 */
export const PrintJob = z.strictObject({
  id: z.int(),
  at: z.iso.datetime(),
  printer: z.string(),
  copies: z.int(),
  pages: z.int(),
  state: PrintState,
  /** why the log or the history does not have this sheet, though it was handed over */
  notLogged: Message.optional(),
})
export type PrintJob = z.output<typeof PrintJob>

/** Whether a state is the last one of its job. */
export function isFinished({ kind }: PrintState): boolean {
  switch (kind) {
    case 'waiting':
    case 'sending':
    case 'accepted':
    case 'printing':
    case 'held':
      return false
    case 'printed':
    case 'cancelled':
    case 'failed':
    case 'untold':
      return true
    default:
      return assertNever(kind)
  }
}
