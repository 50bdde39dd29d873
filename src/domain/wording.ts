import { z } from 'zod'
import { Language, Sha256 } from './ids.ts'

const Line = z.string().min(1)

/** The fixed headings and sentences of every sheet in one language. `{slots}` are filled by the composer. */
export const Wording = z.strictObject({
  language: Language,
  /** For a translation: hex SHA-256 of the English wording it was made from. */
  madeFrom: Sha256.optional(),
  languageName: Line,
  weekdays: z.array(Line).length(7),
  months: z.array(Line).length(12),
  longDate: Line,
  shortDate: Line,
  letterhead: z.strictObject({
    forPatient: Line,
    /** before the patient's name */
    forCarer: Line,
    /** where no name is given: whom "you" means */
    forCarerAlone: Line,
    given: Line,
    clinicMissing: Line,
  }),
  certainty: z.strictObject({ confirmed: Line, likely: Line, checking: Line }),
  results: z.strictObject({
    value: Line,
    normalTo: Line,
    multiple: Line,
    marker: Line,
    above: Line,
    /** of a result that rounds to once its limit */
    justAbove: Line,
    notAbove: Line,
    /** of a result whose upper limit is not known */
    noLimit: Line,
    alternative: Line,
    /** above the hollow marker of the result before this one */
    previousMarker: Line,
    /** the same in words; it does not judge */
    previous: Line,
  }),
  nextSteps: z.strictObject({
    heading: Line,
    retest: Line,
    noDate: Line,
    /** what happens if the next test is still high; no promise */
    ifStillHigh: Line,
    /** the first line where nobody waits for the next test, by why */
    urgent: z.strictObject({ hospital: Line, today: Line, result: Line }),
    /** of {medicines} to stop that the prescriber must settle first */
    askBeforeStop: Line,
    call: Line,
    callWithoutPhone: Line,
  }),
  redFlags: z.strictObject({
    emergencyHeading: Line,
    emergencyCall: Line,
    emergencyCallWithoutNumber: Line,
    urgentHeading: Line,
    urgentCall: Line,
    urgentCallWithoutPhone: Line,
  }),
  causes: z.strictObject({ heading: Line, notDiagnosis: Line, inShort: Line }),
  medicines: z.strictObject({ heading: Line, rule: Line }),
  everyday: z.strictObject({ heading: Line, askHeading: Line }),
  note: z.strictObject({ heading: Line }),
  teachBack: z.strictObject({ heading: Line }),
  /** the card to cut out with the day of the next test */
  card: z.strictObject({
    heading: Line,
    retest: Line,
    /** below the QR code */
    scan: Line,
    /** what the day is called in the patient's calendar */
    event: Line,
    /** what the QR code is, in words */
    alternative: Line,
  }),
  about: z.strictObject({
    sources: Line,
    notVisit: Line,
    approved: Line,
    notApproved: Line,
  }),
  footer: z.strictObject({ version: Line, draft: Line, page: Line, notApproved: Line }),
  listSeparator: Line,
})
export type Wording = z.output<typeof Wording>
