import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Clinic } from '../../src/domain/clinic.ts'
import { findContent } from '../../src/domain/check-selection.ts'
import type { BundleChoices } from '../../src/domain/bundle.ts'
import type { Topic } from '../../src/domain/topic.ts'
import { fillFromBundle, toBundleChoices } from '../../src/renderer/bundles/bundle-choices.ts'
import { startDraft, type DraftChange } from '../../src/renderer/draft.ts'
import { createDraftStore } from '../../src/renderer/draft-store.ts'
import { readDraft } from '../../src/renderer/read-draft.ts'
import { library } from './shipped-topic.ts'

const sequences = 1000
const seed = Number(process.env['PROPERTY_SEED'] ?? 1)
const { entry } = findContent(library, { topic: 'raised-liver-enzymes', language: 'en' })
const { topic } = entry
const today = '2026-11-22'

/** What is done in the window. Text and numbers that are typed get the mark of the patient of that moment. */
type Action =
  | { readonly do: 'type'; readonly make: (mark: string, number: string) => DraftChange }
  | { readonly do: 'choose'; readonly change: DraftChange }
  | { readonly do: 'new patient' | 'undo' | 'redo' | 'keep bundle' | 'open bundle' }

const oneOf = (ids: readonly string[]) => fc.constantFrom(...ids)
const on = fc.boolean()
const allItems = ({ causes, everyday }: Topic) =>
  [...causes.flatMap(({ items }) => items), ...everyday].map(({ id }) => id)
const labs = [...new Set(topic.safety.labs.map(({ id }) => id))]

const typed: fc.Arbitrary<Action> = fc
  .oneof(
    fc
      .constantFrom('note' as const, 'patientName' as const, 'overrideReason' as const)
      .map((field) => (mark: string): DraftChange => ({ kind: 'fill', fields: { [field]: `${mark}, and a word` } })),
    fc.nat(2).map((index) => (mark: string): DraftChange => ({ kind: 'type-medicine-to-stop', index, name: mark })),
    fc
      .tuple(fc.constantFrom('ALT', 'AST'), fc.constantFrom('value' as const, 'previous' as const))
      .map(([analyte, field]) => (_mark: string, number: string): DraftChange => ({
        kind: 'change-result',
        analyte,
        result: { [field]: number },
      })),
    oneOf(labs).map((lab) => (_mark: string, number: string): DraftChange => ({
      kind: 'change-lab',
      lab,
      finding: { value: number },
    })),
  )
  .map((make) => ({ do: 'type', make }))

const chosen: fc.Arbitrary<Action> = fc
  .oneof(
    fc
      .tuple(oneOf(topic.causes.map(({ id }) => id)), on)
      .map(([cause, isOn]): DraftChange => ({ kind: 'tick', cause, on: isOn })),
    oneOf(topic.causes.map(({ id }) => id)).map((cause): DraftChange => ({ kind: 'move-cause', cause, step: -1 })),
    oneOf(topic.causes.map(({ id }) => id)).map((cause): DraftChange => ({
      kind: 'choose-certainty',
      cause,
      certainty: 'confirmed',
    })),
    fc.tuple(oneOf(allItems(topic)), on).map(([item, isOn]): DraftChange => ({ kind: 'switch-item', item, on: isOn })),
    fc
      .tuple(oneOf(topic.safety.facts.map(({ id }) => id)), on)
      .map(([fact, isOn]): DraftChange => ({ kind: 'switch-fact', fact, on: isOn })),
    fc.constantFrom<DraftChange>(
      { kind: 'change-retest', retest: { choice: 'date', date: '2026-12-07' } },
      { kind: 'change-retest', retest: { choice: '4' } },
      { kind: 'fill', fields: { audience: 'carer', size: 'large' } },
      { kind: 'fill', fields: { language: 'es', secondLanguage: 'en' } },
      { kind: 'fill', fields: { readingNeed: 'interpreter', retestCard: true, depth: 'short' } },
      { kind: 'remove-medicine-to-stop', index: 0 },
    ),
  )
  .map((change) => ({ do: 'choose', change }))

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 5, arbitrary: typed },
  { weight: 5, arbitrary: chosen },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Action>(
      { do: 'new patient' },
      { do: 'undo' },
      { do: 'redo' },
      { do: 'keep bundle' },
      { do: 'open bundle' },
    ),
  },
)

/** After these, something that stood there before may stand there again. */
const mayBringBack: ReadonlySet<string> = new Set(['new patient', 'undo', 'redo', 'open bundle'])

const markOf = (patient: number) => `Patient Name ${patient} of many`
const numberOf = (patient: number) => `${100 + patient}.75`

/** One window with its bundles, which outlive a patient. */
function openWindow(first: number, bundles: BundleChoices[]) {
  const fresh = () => startDraft(entry, Clinic.parse({}))
  const store = createDraftStore(fresh())
  let patient = first
  const act = (asked: Action): void => {
    const { change, undo, redo, draft } = store.getState()
    switch (asked.do) {
      case 'type':
        return change(asked.make(markOf(patient), numberOf(patient)))
      case 'choose':
        return change(asked.change)
      case 'new patient':
        patient += 1
        return change({ kind: 'start', draft: fresh() })
      case 'undo':
        return undo()
      case 'redo':
        return redo()
      case 'keep bundle':
        return void bundles.push(toBundleChoices(draft, topic))
      case 'open bundle': {
        const last = bundles.at(-1)
        return last && change({ kind: 'open-bundle', entry, fields: fillFromBundle(topic, last) })
      }
    }
  }
  /** what it holds, the steps that can be undone among it */
  const hold = () => {
    const { draft, past, future } = store.getState()
    return { draft, past, future }
  }
  /** that, and what is sent to be drawn */
  const see = () => {
    const held = hold()
    return { ...held, sent: readDraft(held.draft, findContent(library, held.draft), today).told }
  }
  return { act, hold, see, readPatient: () => patient }
}

/** The marks of other patients that stand anywhere in what the window holds or sends. */
function listStrangers(seen: object, patient: number): string[] {
  const text = JSON.stringify(seen)
  return Array.from({ length: 60 }, (_, other) => other)
    .filter((other) => other !== patient)
    .filter((other) => text.includes(markOf(other)) || text.includes(numberOf(other)))
    .map(markOf)
}

test(`H1: ${sequences} random ways through several patients carry nothing of one to the next`, () => {
  let patientsSeen = 0
  let marksSeen = 0
  fc.assert(
    fc.property(fc.array(action, { minLength: 20, maxLength: 50 }), (actions) => {
      const bundles: BundleChoices[] = []
      const window = openWindow(0, bundles)
      let [since, bundlesThen]: [number, BundleChoices[]] = [0, []]
      for (const [index, each] of actions.entries()) {
        if (each.do === 'new patient') [since, bundlesThen] = [index + 1, [...bundles]]
        window.act(each)
        if (mayBringBack.has(each.do)) expect(listStrangers(window.hold(), window.readPatient())).toEqual([])
      }
      // No patient stands in a bundle, and the sheet is the one a window would have that saw nobody before.
      expect(listStrangers(bundles, -1)).toEqual([])
      const another = openWindow(window.readPatient(), bundlesThen)
      for (const each of actions.slice(since)) another.act(each)
      const seen = window.see()
      expect(seen).toEqual(another.see())
      expect(listStrangers(seen, window.readPatient())).toEqual([])
      patientsSeen += window.readPatient() + 1
      marksSeen += JSON.stringify(window.see().draft).includes(markOf(window.readPatient())) ? 1 : 0
    }),
    { numRuns: sequences, seed },
  )
  // It was tried: several patients a run, and most runs end with something typed.
  expect(patientsSeen).toBeGreaterThan(sequences * 2)
  expect(marksSeen).toBeGreaterThan(sequences / 4)
})
