import type { Certainty, Language, Paper } from '../domain/ids.ts'
import type { LibraryTopic } from '../domain/library.ts'
import type { LabResult } from '../domain/lab-result.ts'
import type { ReadingNeed } from '../domain/patient-facts.ts'
import type { Selection } from '../domain/selection.ts'
import { moveCause } from '../domain/order-causes.ts'
import { assertNever } from '../domain/app-error.ts'

export type Unit = LabResult['unit']

/** A further blood result as typed. */
export type LabDraft = { readonly value: string; readonly upperLimit: string }

/** A result as typed. The upper limit is never filled in for the clinician: it differs from lab to lab. */
export type ResultDraft = {
  readonly value: string
  readonly upperLimit: string
  /** the result of last time */
  readonly previous: string
  readonly unit: Unit
}

/** When to test again: as usual, in so many weeks, on a day that is picked, or not on this sheet. */
export type RetestChoice = 'usual' | `${number}` | 'date' | 'none'

/**
 * What stands in the window for one patient: typed text as typed, valid or not. Choices made under a cause are kept
 * when its tick is taken out, so that ticking it again brings them back.
 */
export type Draft = {
  readonly topic: string
  readonly language: Language
  /** the language that stands beside it; empty for none */
  readonly secondLanguage: Language | ''
  readonly ticked: readonly string[]
  /** all causes of the topic in the order they print: the topic's until one is moved */
  readonly order: readonly string[]
  readonly certainty: Readonly<Record<string, Certainty>>
  /** items the clinician switched, by id */
  readonly switched: Readonly<Record<string, boolean>>
  readonly medicines: readonly string[]
  /** one text field each; empty ones are not read */
  readonly medicinesToStop: readonly string[]
  readonly results: Readonly<Record<string, ResultDraft>>
  readonly retest: { readonly choice: RetestChoice; readonly date: string }
  /** a card to cut out; it prints where there is a date */
  readonly retestCard: boolean
  readonly note: string
  readonly patientName: string
  readonly audience: Selection['audience']
  readonly depth: Selection['depth']
  readonly size: Selection['size']
  readonly paper: Paper
  /** what was ticked and typed for the safety rules */
  readonly facts: readonly string[]
  readonly labs: Readonly<Record<string, LabDraft>>
  readonly readingNeed: ReadingNeed
  readonly overrideReason: string
  /** the stops that stood there when the reason was typed */
  readonly overridden: readonly string[]
}

/** What a bundle brings. */
type BundleFields = Pick<
  Draft,
  'ticked' | 'order' | 'certainty' | 'switched' | 'medicines' | 'retest' | 'retestCard' | 'depth'
>

/** Whom a sheet is for, as far as the log knows: in which languages, and who takes it home. */
export type ReaderFields = Pick<Draft, 'language' | 'secondLanguage' | 'audience'>

type PlainFields = Pick<
  Draft,
  | 'note'
  | 'retestCard'
  | 'patientName'
  | 'audience'
  | 'depth'
  | 'size'
  | 'paper'
  | 'language'
  | 'secondLanguage'
  | 'readingNeed'
  | 'overrideReason'
  | 'overridden'
>

export type DraftChange =
  | { readonly kind: 'start'; readonly draft: Draft }
  | { readonly kind: 'open-topic'; readonly entry: LibraryTopic }
  | { readonly kind: 'open-bundle'; readonly entry: LibraryTopic; readonly fields: BundleFields }
  | { readonly kind: 'tick'; readonly cause: string; readonly on: boolean }
  | { readonly kind: 'move-cause'; readonly cause: string; readonly step: -1 | 1 }
  | { readonly kind: 'choose-certainty'; readonly cause: string; readonly certainty: Certainty }
  | { readonly kind: 'switch-item'; readonly item: string; readonly on: boolean }
  | { readonly kind: 'switch-medicine'; readonly medicine: string; readonly on: boolean }
  | { readonly kind: 'type-medicine-to-stop'; readonly index: number; readonly name: string }
  | { readonly kind: 'remove-medicine-to-stop'; readonly index: number }
  | { readonly kind: 'change-result'; readonly analyte: string; readonly result: Partial<ResultDraft> }
  | { readonly kind: 'switch-fact'; readonly fact: string; readonly on: boolean }
  | { readonly kind: 'change-lab'; readonly lab: string; readonly finding: Partial<LabDraft> }
  | { readonly kind: 'change-retest'; readonly retest: Partial<Draft['retest']> }
  | { readonly kind: 'fill'; readonly fields: Partial<PlainFields> }

const emptyLab: LabDraft = { value: '', upperLimit: '' }
const emptyResult: ResultDraft = { value: '', upperLimit: '', previous: '', unit: 'U/L' }

/** A clean sheet for the next patient. */
export function startDraft({ topic, words }: LibraryTopic, clinic: Pick<Draft, 'language' | 'paper'>): Draft {
  return {
    topic: topic.id,
    language: chooseLanguage(words, clinic.language),
    secondLanguage: '',
    ticked: [],
    order: topic.causes.map(({ id }) => id),
    certainty: {},
    switched: {},
    medicines: [],
    medicinesToStop: [],
    results: {},
    retest: { choice: 'usual', date: '' },
    retestCard: false,
    note: '',
    patientName: '',
    audience: 'patient',
    depth: 'full',
    size: 'standard',
    paper: clinic.paper,
    facts: [],
    labs: {},
    readingNeed: 'none',
    overrideReason: '',
    overridden: [],
  }
}

/** A clean sheet for one who reads these languages; one that the topic is not written in is left out. */
export function startDraftFor(entry: LibraryTopic, clinic: Pick<Draft, 'paper'>, reader: ReaderFields): Draft {
  const draft = startDraft(entry, { paper: clinic.paper, language: reader.language })
  const second = reader.secondLanguage !== '' && entry.words[reader.secondLanguage] ? reader.secondLanguage : ''
  return keepLanguagesApart({ ...draft, secondLanguage: second, audience: reader.audience })
}

/** A sheet to look at, for nobody: its first common cause ticked, and `mark` where the patient's name would stand. */
export function startSample(entry: LibraryTopic, clinic: Pick<Draft, 'language' | 'paper'>, mark: string): Draft {
  const cause = entry.topic.causes.find(({ common }) => common)
  return { ...startDraft(entry, clinic), patientName: mark, ticked: cause === undefined ? [] : [cause.id] }
}

/** A language never stands beside itself: where the first becomes the second, there is one again. */
function keepLanguagesApart(draft: Draft): Draft {
  return draft.secondLanguage === draft.language ? { ...draft, secondLanguage: '' } : draft
}

/** The wanted language where the topic has it, else the first it is written in. */
function chooseLanguage(words: LibraryTopic['words'], wanted: Language): Language {
  if (words[wanted]) return wanted
  return Object.values(words).find((each) => each !== undefined)?.language ?? wanted
}

/** The result of an analyte as it stands, empty when none was typed. */
export function getResult(draft: Pick<Draft, 'results'>, analyte: string): ResultDraft {
  return draft.results[analyte] ?? emptyResult
}

/** A further blood result as it stands, empty when none was typed. */
export function getLab(draft: Pick<Draft, 'labs'>, lab: string): LabDraft {
  return draft.labs[lab] ?? emptyLab
}

function toggle(ids: readonly string[], id: string, on: boolean): readonly string[] {
  const others = ids.filter((each) => each !== id)
  return on ? [...others, id] : others
}

/** The draft after one change. */
export function changeDraft(draft: Draft, change: DraftChange): Draft {
  switch (change.kind) {
    case 'start':
      return change.draft
    case 'open-topic': {
      if (change.entry.topic.id === draft.topic) return draft
      const { patientName, audience, note, depth, size, paper } = draft
      return { ...startDraft(change.entry, draft), patientName, audience, note, depth, size, paper }
    }
    case 'open-bundle':
      return { ...changeDraft(draft, { kind: 'open-topic', entry: change.entry }), ...change.fields }
    case 'tick':
      return { ...draft, ticked: toggle(draft.ticked, change.cause, change.on) }
    case 'move-cause':
      return { ...draft, order: moveCause(draft.order, draft.ticked, change.cause, change.step) }
    case 'choose-certainty':
      return { ...draft, certainty: { ...draft.certainty, [change.cause]: change.certainty } }
    case 'switch-item':
      return { ...draft, switched: { ...draft.switched, [change.item]: change.on } }
    case 'switch-medicine':
      return { ...draft, medicines: toggle(draft.medicines, change.medicine, change.on) }
    case 'type-medicine-to-stop':
      return { ...draft, medicinesToStop: replaceAt(draft.medicinesToStop, change.index, change.name) }
    case 'remove-medicine-to-stop':
      return { ...draft, medicinesToStop: draft.medicinesToStop.filter((_, index) => index !== change.index) }
    case 'change-result':
      return {
        ...draft,
        results: { ...draft.results, [change.analyte]: { ...getResult(draft, change.analyte), ...change.result } },
      }
    case 'switch-fact':
      return { ...draft, facts: toggle(draft.facts, change.fact, change.on) }
    case 'change-lab':
      return { ...draft, labs: { ...draft.labs, [change.lab]: { ...getLab(draft, change.lab), ...change.finding } } }
    case 'change-retest':
      return { ...draft, retest: { ...draft.retest, ...change.retest } }
    case 'fill':
      return keepLanguagesApart({ ...draft, ...change.fields })
    default:
      return assertNever(change)
  }
}

/** The list with `text` at `index`; an index just past the end adds it. */
function replaceAt(list: readonly string[], index: number, text: string): readonly string[] {
  return [...list.slice(0, index), text, ...list.slice(index + 1)]
}
