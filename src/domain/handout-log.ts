import { z } from 'zod'
import { Certainty, Id, Language, Sha256 } from './ids.ts'
import { IsoDate } from './calendar.ts'
import { Handout, TeachBack } from './handout.ts'
import { readReason } from './issue-handout.ts'
import type { LibraryTopic } from './library.ts'
import { orderCauses } from './order-causes.ts'
import { Selection, toProblems } from './selection.ts'
import { typedText } from './typed-text.ts'
import { AppError } from './app-error.ts'

/** How a sheet left: handed to a printer, or saved as a file. */
export const Way = z.enum(['printed', 'saved'])
export type Way = z.output<typeof Way>

/** Who gave a sheet, as the clinic calls them; it need be no name. */
export const StaffAlias = typedText('field-staff-alias', 40)

/**
 * A sheet that was given, as the log keeps it: nothing about the patient, but what the clinician may type as a reason.
 * Names of topic and causes are those of the library; here stand their ids.
 */
export const LoggedHandout = z.strictObject({
  id: Handout.unwrap().shape.id,
  /** UTC, so that the text sorts as the time does */
  givenAt: z.iso.datetime({ precision: 3 }),
  /** the day that stands on it, which is earlier when it was printed again; null where the log of that time did not keep it */
  madeOn: IsoDate.nullable().default(null),
  way: Way,
  audience: Selection.shape.audience.unwrap(),
  /** empty when the settings name none */
  staff: StaffAlias,
  topic: Id,
  topicVersion: z.string().min(1).max(40),
  /** of the topic's words and rules */
  contentSha256: Sha256,
  /** of the program that drew the sheet */
  appVersion: z.string().min(1).max(40),
  /** the short id at the foot of the sheet */
  sheetId: z.string().min(1).max(40),
  /** the patient's language first */
  languages: z.tuple([Language]).or(z.tuple([Language, Language])),
  causes: z.array(z.strictObject({ id: Id, certainty: Certainty })),
  pages: z.int().positive(),
  copies: z.int().positive(),
  /** why the sheet was given although a rule said stop; empty when none did */
  overrideReason: Selection.shape.overrideReason.unwrap(),
  /** null until someone says how it went */
  teachBack: TeachBack.nullable(),
  /** HMAC-SHA-256 of the PDF with the key of this installation: a plain hash of a sheet with a name on it could be guessed */
  pdfSeal: Sha256,
})
export type LoggedHandout = z.output<typeof LoggedHandout>

/** What only the edge knows of a sheet that is given. */
export type Giving = Pick<
  LoggedHandout,
  'id' | 'givenAt' | 'madeOn' | 'way' | 'staff' | 'appVersion' | 'sheetId' | 'pages' | 'copies' | 'pdfSeal'
>

/**
 * What the log keeps of a sheet that is given now. Of the Selection only topic, languages, causes, for whom, and the reason
 * typed at a stop are taken: never the name, results, note or medicines. A reason typed for a stop that is gone is dropped.
 * Which rule said stop is not kept, for that would tell what was ticked of the patient.
 * @throws AppError bad-input with a problem for each field that is wrong
 */
export function logHandout(content: LibraryTopic, selection: Selection, giving: Giving): LoggedHandout {
  const { topic, language, secondLanguage, audience } = selection
  const parsed = LoggedHandout.safeParse({
    ...giving,
    audience,
    topic,
    topicVersion: content.topic.version,
    contentSha256: content.sha256,
    languages: secondLanguage === undefined ? [language] : [language, secondLanguage],
    causes: orderCauses(content.topic, selection).map(({ id, certainty }) => ({ id, certainty })),
    overrideReason: readReason(content, selection),
    teachBack: null,
  } satisfies z.input<typeof LoggedHandout>)
  if (!parsed.success) throw new AppError('bad-input', toProblems(parsed.error))
  return parsed.data
}

/** Which sheets of the log are wanted; what is left out does not matter. Days are those of this computer's clock. */
export const HandoutFilter = z.strictObject({
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  topic: Id.optional(),
  cause: Id.optional(),
  language: Language.optional(),
  staff: StaffAlias.optional(),
  way: Way.optional(),
  audience: LoggedHandout.shape.audience.optional(),
  /** 'unasked': nobody has said how it went */
  teachBack: TeachBack.or(z.literal('unasked')).optional(),
  /** only those given although a rule said stop, for a reason that was typed */
  hasReason: z.literal(true).optional(),
})
export type HandoutFilter = z.output<typeof HandoutFilter>

/** A page of the log, newest first. `next` asks for the page after it; null at the end. */
export const HandoutPage = z.strictObject({
  handouts: z.array(LoggedHandout),
  next: z.int().nullable(),
  /** how many of this page were left out because the disk changed them */
  damaged: z.int(),
})
export type HandoutPage = z.output<typeof HandoutPage>
