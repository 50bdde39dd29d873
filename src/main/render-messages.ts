import { z } from 'zod'
import { errorCodes } from '../domain/app-error.ts'
import { Message } from '../domain/message.ts'
import type { Clinic } from '../domain/clinic.ts'
import type { LoggedHandout } from '../domain/handout-log.ts'
import { IsoDate } from '../domain/calendar.ts'
import { Library } from '../domain/library.ts'
import { Selection } from '../domain/selection.ts'
import type { RecordMark } from '../pdf/render-with-record.ts'

const LogoBytes = z.instanceof(Uint8Array).nullable()

/** What the worker is born with: the library, the folder of the fonts, and the clinic's logo as it is kept. */
export const WorkerStart = z.strictObject({ library: Library, fonts: z.string(), logo: LogoBytes })
export type WorkerStart = z.output<typeof WorkerStart>

/** One sheet to draw; with a record of it inside, where one is asked for. */
export type RenderJob = {
  readonly selection: Selection
  readonly clinic: Clinic
  readonly today: IsoDate
  readonly record?: RecordMark | undefined
  /** the library's text, where it is not that of today */
  readonly content?: string | undefined
}
/** A sheet of the log whose choices are to be found; `content` as above. */
export type FindJob = {
  readonly handout: LoggedHandout
  readonly days: readonly IsoDate[]
  readonly content?: string | undefined
}
/** A logo to be judged and drawn from then on, as it came from a file; null for none. */
export type LogoJob = { readonly logo: Uint8Array | null }

export type WorkerJob =
  | ({ readonly kind: 'draw' } & RenderJob)
  | ({ readonly kind: 'find-choices' } & FindJob)
  | ({ readonly kind: 'take-logo' } & LogoJob)
export type WorkerRequest = WorkerJob & { readonly id: number }

const RenderedSheet = z.strictObject({ pdf: z.instanceof(Uint8Array), pages: z.number().int(), sheetId: z.string() })
export type RenderedSheet = z.output<typeof RenderedSheet>

/** What comes back. Errors cross as data: a thread keeps only the text of one. */
export const RenderReply = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rendered'), id: z.number(), sheet: RenderedSheet }),
  /** null where no choices give the sheet its short id */
  z.strictObject({
    kind: z.literal('choices-found'),
    id: z.number(),
    found: z.strictObject({ selection: Selection, day: IsoDate, retestOn: IsoDate.nullable() }).nullable(),
  }),
  /** the logo as it is to be kept */
  z.strictObject({ kind: z.literal('logo-taken'), id: z.number(), logo: LogoBytes }),
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

/** What the thread tells unasked. `failure` is the kind of error, never its text; null for none. */
export const WorkerNotice = z.discriminatedUnion('kind', [
  /** it has made itself ready, or could not */
  z.strictObject({ kind: z.literal('warmed-up'), failure: z.string().nullable() }),
  /** the logo that was kept cannot be drawn: a disk spoilt it */
  z.strictObject({ kind: z.literal('logo-lost'), failure: z.string() }),
])
export type WorkerNotice = z.input<typeof WorkerNotice>
