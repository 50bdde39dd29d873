import { expect, test } from 'vitest'
import { AppError } from '../../src/domain/app-error.ts'
import { composeSheet } from '../../src/domain/compose-sheet.ts'
import type { Library } from '../../src/domain/library.ts'
import { parseSelection, type Selection } from '../../src/domain/selection.ts'
import { listSheetText } from '../../src/domain/sheet.ts'
import type { MergeRule } from '../../src/domain/topic.ts'
import { aClinic, hash } from '../domain/make.ts'
import { allItems, library, reviewed, topic } from './shipped-topic.ts'

/** The shipped content without one of its merge rules. */
const leaveOut = (rule: MergeRule): Library => ({
  ...library,
  topics: library.topics.map((entry) => ({
    ...entry,
    topic: { ...entry.topic, mergeRules: entry.topic.mergeRules.filter(({ id }) => id !== rule.id) },
  })),
})

const veryHigh = [{ analyte: 'ALT', value: 400, upperLimit: 40, unit: 'U/L' }]

/** What sends a patient to hospital at once. */
const hospital = ['jaundice', 'fever-with-pain']

/** What the rule waits for, alone and beside each cause it takes advice from, with that advice put in where it is off. */
function listSelections(rule: MergeRule): Selection[] {
  const dropped = allItems.filter(({ item }) => rule.drop.includes(item.id))
  const meetings = [[], ...dropped.map(({ item, cause }) => [{ item, cause }])]
  return meetings.map((met) => {
    const causes = new Set([...rule.when, ...met.flatMap(({ cause }) => cause ?? [])])
    const off = met.flatMap(({ item }) => (item.shown === 'off' ? [item.id] : []))
    return parseSelection({
      topic: topic.id,
      language: 'en',
      causes: [...causes].map((id) => ({ id })),
      facts: rule.hospital ? [...rule.facts, ...hospital] : rule.facts,
      overrideReason: rule.hospital ? 'Seen there today.' : '',
      added: [...rule.added, ...off],
      results: rule.urgent ? veryHigh : [],
    })
  })
}

/** All that is said, or why nothing may be. */
function say(content: Library, selection: Selection): string {
  try {
    return listSheetText(composeSheet({ library: content, selection, clinic: aClinic, today: reviewed, hash })).join(
      '\n',
    )
  } catch (error) {
    if (error instanceof AppError) return error.message
    throw error
  }
}

test.each(topic.mergeRules.map((rule) => [rule.id, rule] as const))(
  'without the rule "%s" a sheet changes',
  (_, rule) => {
    const changed = listSelections(rule).filter(
      (selection) => say(library, selection) !== say(leaveOut(rule), selection),
    )
    expect(changed).not.toEqual([])
  },
)

test('each fact that acts as a cause acts as one of the topic, and changes a sheet', () => {
  const acting = topic.safety.facts.flatMap(({ id, actsAs }) => (actsAs === undefined ? [] : [{ id, actsAs }]))
  expect(acting.map(({ actsAs }) => actsAs)).toEqual(['pregnancy', 'low-blood-flow'])
  for (const { id } of acting) {
    const [without, told] = [[], [id]].map((facts) =>
      say(library, parseSelection({ topic: topic.id, language: 'en', causes: [{ id: 'fatty-liver' }], facts })),
    )
    expect(told).not.toBe(without)
  }
})
