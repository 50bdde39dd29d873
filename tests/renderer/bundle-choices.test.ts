import { expect, test } from 'vitest'
import { fillFromBundle, toBundleChoices } from '../../src/renderer/bundles/bundle-choices.ts'
import { changeDraft, type Draft } from '../../src/renderer/draft.ts'
import { aDraft, content } from './make-draft.ts'

const { topic } = content.entry
const causes = topic.causes.map(({ id }) => id)

const begun: Draft = aDraft({
  ticked: causes.slice(0, 2),
  certainty: { [causes[0]!]: 'confirmed' },
  switched: { [topic.causes[0]!.items[0]!.id]: false },
  retest: { choice: '3', date: '' },
  retestCard: true,
  depth: 'short',
  patientName: 'Patient Name',
  note: 'Patient Name, see you soon.',
  results: { ALT: { value: '96', upperLimit: '45', previous: '', unit: 'U/L' } },
  medicinesToStop: ['Patient Name'],
  overrideReason: 'Patient Name',
  size: 'large',
})

test('a bundle takes the choices and nothing that was typed', () => {
  const choices = toBundleChoices(begun, topic)
  expect(choices).toMatchObject({
    topic: topic.id,
    retest: { kind: 'weeks', weeks: 3 },
    retestCard: true,
    depth: 'short',
  })
  expect(JSON.stringify(choices)).not.toMatch(/Patient|96|large/u)
})

test('opened for the next patient it brings the same choices, and leaves what was typed', () => {
  const fields = fillFromBundle(topic, toBundleChoices(begun, topic))
  const next = changeDraft(aDraft({ patientName: 'Next Name', size: 'clear' }), {
    kind: 'open-bundle',
    entry: content.entry,
    fields,
  })
  expect(next).toMatchObject({ patientName: 'Next Name', size: 'clear', note: '', results: {} })
  expect(toBundleChoices(next, topic)).toEqual(toBundleChoices(begun, topic))
})

test('a day of the calendar becomes the usual time', () => {
  const dated = { ...begun, retest: { choice: 'date', date: '2026-12-07' } as const }
  expect(toBundleChoices(dated, topic).retest).toEqual({ kind: 'usual' })
})

test('an order of the clinician comes back', () => {
  const moved = changeDraft(begun, { kind: 'move-cause', cause: causes[1]!, step: -1 })
  const next = { ...aDraft(), ...fillFromBundle(topic, toBundleChoices(moved, topic)) }
  expect(next.order.slice(0, 2)).toEqual([causes[1], causes[0]])
})
