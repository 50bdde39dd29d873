import type { z } from 'zod'
import type { Clinic } from './clinic.ts'
import type { LibraryTopic } from './library.ts'
import type { Sheet } from './sheet.ts'
import { checkSafety } from './check-safety.ts'
import { Handout } from './handout.ts'
import { orderCauses } from './order-causes.ts'
import { toProblems, type Selection } from './selection.ts'
import { AppError } from './app-error.ts'

type Given = z.input<typeof Handout>

/** What was given, and what only the edge knows: the id, the time, the file, and whatever is recorded on purpose. */
export type HandoutInputs = Pick<Given, 'id' | 'issuedAt' | 'pdf' | 'patient' | 'practitioner' | 'teachBack'> & {
  readonly content: LibraryTopic
  readonly selection: Selection
  readonly sheet: Sheet
  readonly clinic: Clinic
}

/** Why the sheet is given although a rule says stop; '' where none does, whatever was typed before. */
export function readReason({ topic }: LibraryTopic, selection: Selection): string {
  return checkSafety(topic, selection).some(({ level }) => level === 'stop') ? selection.overrideReason : ''
}

/**
 * The record of a sheet that is given now. Of the Selection only topic, languages, causes and the reason typed at a stop are
 * taken: never the name, facts, results, note or medicines. The reason is kept as HL7 EHR-S FM CP.8.1 asks (08); which rule
 * said stop is not, for that would tell what was ticked of the patient.
 * @throws AppError bad-input with a problem for each field that is wrong
 */
export function issueHandout({ content, selection, sheet, clinic, ...edge }: HandoutInputs): Handout {
  const { topic, sha256 } = content
  const words = content.words.en ?? content.words[selection.language]
  const reason = readReason(content, selection)
  const parsed = Handout.safeParse({
    ...edge,
    ...(reason === '' ? {} : { overrideReason: reason }),
    topic: {
      id: topic.id,
      version: topic.version,
      sha256,
      title: words?.title ?? topic.id,
      approved: topic.reviewer !== '',
      codes: topic.codes,
    },
    sheetId: sheet.id,
    languages: [selection.language, ...(selection.secondLanguage === undefined ? [] : [selection.secondLanguage])],
    causes: orderCauses(topic, selection).map(({ id, certainty }) => ({
      id,
      name: words?.causes[id]?.name ?? id,
      certainty,
      codes: topic.causes.find((cause) => cause.id === id)?.codes ?? [],
    })),
    clinic: clinic.name,
  } satisfies Given)
  if (!parsed.success) throw new AppError('bad-input', toProblems(parsed.error))
  return parsed.data
}
