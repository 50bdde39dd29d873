import { z } from 'zod'
import { Certainty, Id, Language, Sha256 } from './ids.ts'
import { IsoDate } from './calendar.ts'
import { tell, toIssue } from './message.ts'
import { Code } from './topic.ts'
import { typedText } from './typed-text.ts'

const instantShape = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]((0\d|1[0-3]):[0-5]\d|14:00))$/u

/** An instant to the second or finer, with its offset from UTC, as FHIR R4 writes it: 2026-11-22T09:30:00+08:00. */
export const Instant = z
  .string()
  .refine(
    (text) => instantShape.test(text) && IsoDate.safeParse(text.slice(0, 10)).success,
    'The time must be a date, a time with seconds, and an offset, for example 2026-11-22T09:30:00+08:00.',
  )

/** Typed text that must say something when it is given at all. */
const givenText = (...field: Parameters<typeof typedText>) =>
  typedText(...field).refine((text) => text !== '', toIssue(tell('text-missing', { name: tell(field[0]) })))

/** What came of asking the patient to say it back; absent when nobody asked. */
export const TeachBack = z.enum(['understood', 'repeat', 'declined'])
export type TeachBack = z.output<typeof TeachBack>

/**
 * A sheet that was given: what, when, in which version, and the hash of the file. It holds no results and no note, and
 * nothing about the patient but what is given on purpose in `patient` and `teachBack`, and typed as `overrideReason`.
 */
export const Handout = z
  .strictObject({
    /** lower-case UUID, from the edge */
    id: z.uuid().lowercase(),
    issuedAt: Instant,
    topic: z.strictObject({
      id: Id,
      version: z.string().min(1),
      /** of its `toHashedText` */
      sha256: Sha256,
      /** what a clinician calls it, in English */
      title: z.string().min(1),
      /** whether a named clinician signed this version */
      approved: z.boolean(),
      codes: z.array(Code),
    }),
    /** the short id at the foot of the sheet, such as "7F3A-91C2" */
    sheetId: z.string().min(1),
    /** the patient's language first */
    languages: z.tuple([Language], Language),
    /** `name` is what a clinician calls it, in English */
    causes: z.array(
      z.strictObject({ id: Id, name: z.string().min(1), certainty: Certainty, codes: z.array(Code) }).readonly(),
    ),
    /** of the file that was given; `size` in bytes */
    pdf: z.strictObject({ sha256: Sha256, size: z.number().int().positive() }),
    /** empty when the clinic has given no name */
    clinic: typedText('field-clinic-name', 80),
    patient: z
      .strictObject({
        name: givenText('field-patient-name', 80).optional(),
        /** as the clinic's own records know the patient */
        identifier: givenText('field-patient-identifier', 80).optional(),
      })
      .refine(
        ({ name, identifier }) => name !== undefined || identifier !== undefined,
        'Patient: please give a name or an identifier, or leave the patient out.',
      )
      .optional(),
    practitioner: givenText('field-practitioner', 80).optional(),
    teachBack: TeachBack.optional(),
    /** why the clinician went on past a safety stop, in their words */
    overrideReason: givenText('field-reason', 400).optional(),
  })
  .readonly()
export type Handout = z.output<typeof Handout>
