import { z } from 'zod'
import { errorCodes } from '../domain/app-error.ts'
import { Message } from '../domain/message.ts'
import type { Clinic } from '../domain/clinic.ts'
import type { IsoDate } from '../domain/calendar.ts'
import { Library } from '../domain/library.ts'
import type { Selection } from '../domain/selection.ts'

/** What the worker is born with: the library, and the folder of the fonts. */
export const WorkerStart = z.strictObject({ library: Library, fonts: z.string() })
export type WorkerStart = z.output<typeof WorkerStart>

/** One sheet to draw. */
export type RenderJob = { readonly selection: Selection; readonly clinic: Clinic; readonly today: IsoDate }
export type RenderRequest = RenderJob & { readonly id: number }

const RenderedSheet = z.strictObject({ pdf: z.instanceof(Uint8Array), pages: z.number().int(), sheetId: z.string() })
export type RenderedSheet = z.output<typeof RenderedSheet>

/** What comes back. Errors cross as data: a thread keeps only the text of one. */
export const RenderReply = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rendered'), id: z.number(), sheet: RenderedSheet }),
  z.strictObject({
    kind: z.literal('refused'),
    id: z.number(),
    code: z.enum(errorCodes),
    problems: z.array(z.strictObject({ field: z.string(), message: z.string(), told: Message.optional() })),
  }),
  /** `what` is the kind of error, never its text */
  z.strictObject({ kind: z.literal('failed'), id: z.number(), what: z.string() }),
])
export type RenderReply = z.input<typeof RenderReply>
