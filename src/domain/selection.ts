import { z } from 'zod'
import { Certainty, Id, Language, Paper } from './ids.ts'
import { isoDate } from './calendar.ts'
import { LabFinding, ReadingNeed } from './patient-facts.ts'
import { LabResult } from './lab-result.ts'
import { typedText } from './typed-text.ts'
import { AppError, toProblem, type Problem } from './app-error.ts'
import { readIssue, tell, toIssue, type Message } from './message.ts'

const weeksAhead = z
  .int(toIssue(tell('weeks-not-whole')))
  .min(1, toIssue(tell('weeks-out-of-range')))
  .max(52, toIssue(tell('weeks-out-of-range')))

/** When to test again: as the content advises for the causes, after some weeks, on a day, or not on this sheet. */
export const Retest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('usual') }),
  z.strictObject({ kind: z.literal('weeks'), weeks: weeksAhead }),
  z.strictObject({ kind: z.literal('date'), date: isoDate('field-next-test') }),
  z.strictObject({ kind: z.literal('none') }),
])
export type Retest = z.output<typeof Retest>

/** Names that share a field would be judged as one: a medicine that must not be stopped hides beside one that may. */
const severalNames = /[,;，；、]/u

/** Medicines one sheet can name to stop. */
export const mostToStop = 6

/** What the clinician chose for one patient. A value: it holds no text of ours and nothing that can be derived. */
export const Selection = z.strictObject({
  topic: Id,
  language: Language,
  /** the clinician's language, to stand beside the patient's */
  secondLanguage: Language.optional(),
  causes: z
    .array(z.strictObject({ id: Id, certainty: Certainty.default('likely') }))
    .max(30, toIssue(tell('causes-too-many'))),
  /** the clinician put the causes in order: they print as listed; otherwise in the topic's order, whatever was ticked first */
  ordered: z.boolean(toIssue(tell('order-unknown'))).default(false),
  /** items on by default that were taken out, lines of preparation too, and items off by default that were put in */
  dropped: z.array(Id).max(300).default([]),
  added: z.array(Id).max(300).default([]),
  medicines: z.array(Id).max(50).default([]),
  medicinesToStop: z
    .array(
      typedText('field-medicine-to-stop', 80)
        .refine((name) => name !== '', toIssue(tell('stop-name-missing')))
        .refine((name) => !severalNames.test(name), toIssue(tell('stop-name-several'))),
    )
    .max(mostToStop, toIssue(tell('stop-names-too-many', { most: mostToStop })))
    .default([]),
  results: z.array(LabResult).max(10).default([]),
  /** what the clinician ticked and typed to be warned in time; never printed, never kept */
  facts: z.array(Id).max(50).default([]),
  labs: z.array(LabFinding).max(20).default([]),
  readingNeed: ReadingNeed.default('none'),
  /** why the sheet is given although a rule says stop */
  overrideReason: typedText('field-reason', 400).default(''),
  /** the rules that reason was typed for: one that comes later asks anew */
  overridden: z.array(Id).max(50).default([]),
  retest: Retest.default({ kind: 'usual' }),
  note: typedText('field-note', 1200, 'many lines').default(''),
  patientName: typedText('field-patient-name', 80).default(''),
  /** who takes the sheet home */
  audience: z.enum(['patient', 'carer'], toIssue(tell('audience-unknown'))).default('patient'),
  /** a card to cut out with the day of the next test, where there is one */
  retestCard: z.boolean(toIssue(tell('card-unknown'))).default(false),
  depth: z.enum(['short', 'full'], toIssue(tell('depth-unknown'))).default('full'),
  size: z.enum(['standard', 'clear', 'large'], toIssue(tell('size-unknown'))).default('standard'),
  paper: Paper.default('A4'),
})
export type Selection = z.output<typeof Selection>

/** zod's own words, which nobody but a programmer can act on, as a sentence. */
function sayIssue(issue: z.core.$ZodIssue): Message | null {
  const where = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.join('", "')
    return where === '' ? tell('name-unknown', { names }) : tell('name-unknown-in', { names, where })
  }
  if (issue.message.startsWith('Invalid input'))
    return where === '' ? tell('shape-wrong') : tell('shape-wrong-in', { where })
  if (issue.message.startsWith('Too big')) return where === '' ? tell('too-much') : tell('too-much-in', { where })
  if (issue.message.startsWith('Too small')) return where === '' ? tell('too-little') : tell('too-little-in', { where })
  return readIssue(issue.message)
}

/** The problems zod found, with the path to each field as "results.0.value". */
export function toProblems(error: z.ZodError): Problem[] {
  return error.issues.map((issue) => {
    const [field, told] = [issue.path.join('.'), sayIssue(issue)]
    return told === null ? { field, message: issue.message } : toProblem(field, told)
  })
}

/** What was typed of one blood test, as far as it can be told whose it is. */
const NamedTest = z.object({ analyte: z.string().optional(), id: z.string().optional() })
const TypedTests = z.object({ results: z.array(z.unknown()).catch([]), labs: z.array(z.unknown()).catch([]) })

/** The problems of a raw Selection; those of a blood test begin with its name, for several tests stand side by side. */
function listProblems(error: z.ZodError, raw: unknown): Problem[] {
  const typed = TypedTests.safeParse(raw)
  return toProblems(error).map((problem) => {
    const [list, index] = problem.field.split('.')
    if (!typed.success || (list !== 'results' && list !== 'labs')) return problem
    const test = NamedTest.safeParse(typed.data[list][Number(index)])
    const name = test.data?.analyte ?? test.data?.id
    if (!name || !problem.told || problem.message.startsWith(`${name}:`)) return problem
    return toProblem(problem.field, tell('of-test', { test: name, clause: problem.told }))
  })
}

/** Reads a Selection from anything. @throws AppError bad-input with a problem for each field that is wrong */
export function parseSelection(raw: unknown): Selection {
  const parsed = Selection.safeParse(raw)
  if (!parsed.success) throw new AppError('bad-input', listProblems(parsed.error, raw))
  return parsed.data
}

/** A raw value with `undefined` where a path leads. */
function removeAt(raw: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return undefined
  const change = (name: string | number, value: unknown) => (String(name) === key ? removeAt(value, rest) : value)
  if (Array.isArray(raw)) return raw.map((value: unknown, index) => change(index, value))
  if (typeof raw !== 'object' || raw === null) return raw
  return Object.fromEntries(Object.entries(raw).map(([name, value]: [string, unknown]) => [name, change(name, value)]))
}

/** What is left of a raw Selection without its unread fields; `depth` says how much goes with each: 3 takes "labs.0.upperLimit" alone, 2 that lab, 1 all labs. */
function removeUnread(raw: unknown, unread: readonly Problem[], depth: number): unknown {
  const left = unread.reduce((rest, { field }) => removeAt(rest, field.split('.').slice(0, depth)), raw)
  if (typeof left !== 'object' || left === null) return left
  const compact = (value: unknown) => (Array.isArray(value) ? value.filter((each) => each !== undefined) : value)
  return Object.fromEntries(Object.entries(left).map(([name, value]: [string, unknown]) => [name, compact(value)]))
}

/**
 * A Selection of what can be read, null when too little can, and what is wrong with the rest. As little as can be is left out:
 * a half-typed blood test must not hide what another one says.
 */
export function readSelection(raw: unknown): { readonly told: Selection | null; readonly unread: readonly Problem[] } {
  const parsed = Selection.safeParse(raw)
  if (parsed.success) return { told: parsed.data, unread: [] }
  const unread = listProblems(parsed.error, raw)
  const rests = [3, 2, 1].map((depth) => Selection.safeParse(removeUnread(raw, unread, depth)))
  return { told: rests.find(({ success }) => success)?.data ?? null, unread }
}
