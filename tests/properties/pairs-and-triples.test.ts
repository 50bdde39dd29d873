import { describe, expect, test } from 'vitest'
import { composeSheet } from '../../src/domain/compose-sheet.ts'
import { listActiveRules } from '../../src/domain/merge-advice.ts'
import { pairSheets } from '../../src/domain/pair-sheets.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import { aClinic, hash } from '../domain/make.ts'
import { examineSheet } from './examine-sheet.ts'
import { allItems, languages, library, reviewed, topic } from './shipped-topic.ts'

const causes = topic.causes.map(({ id }) => id)
const pairs = causes.flatMap((one, index) => causes.slice(index + 1).map((other) => [one, other]))
const triples = pairs.flatMap(([one, other]) =>
  causes.slice(causes.indexOf(other!) + 1).map((third) => [one!, other!, third]),
)

function compose(set: readonly string[], more: object) {
  const selection = parseSelection({ topic: topic.id, causes: set.map((id) => ({ id })), ...more })
  return { selection, sheet: composeSheet({ library, selection, clinic: aClinic, today: reviewed, hash }) }
}

/** What is wrong with the sheet of these causes. */
function examine(set: readonly string[], more: object): string[] {
  const { selection, sheet } = compose(set, more)
  return examineSheet(sheet, selection).map((problem) => `${selection.language} ${set.join(' + ')}: ${problem}`)
}

const stopList = (set: readonly string[]) => (set.includes('drug-injury') ? ['Example'] : [])

/** All advice that is off and may be put on beside these causes. */
function listAllowed(set: readonly string[]): string[] {
  const rules = listActiveRules(topic, { causes: set.map((id) => ({ id, certainty: 'likely' })), added: [] })
  const named = new Set(rules.flatMap(({ drop, add }) => [...drop, ...add]))
  return allItems
    .filter(({ item, cause }) => item.shown === 'off' && !named.has(item.id) && (cause === null || set.includes(cause)))
    .map(({ item }) => item.id)
}

test('there are 190 pairs and 1140 triples of 20 causes', () => {
  expect([causes.length, pairs.length, triples.length]).toEqual([20, 190, 1140])
})

describe.each(languages)('every pair and every triple of causes in %s', (language) => {
  test('makes a sheet without a contradiction or any other fault', () => {
    const wrong = [...pairs, ...triples].flatMap((set) => examine(set, { language, medicinesToStop: stopList(set) }))
    expect(wrong).toEqual([])
  })
})

test.each(languages.filter((language) => language !== 'en'))(
  'and each of them stands beside its English in %s, block by block',
  (language) => {
    for (const set of [...pairs, ...triples]) {
      const [own, english] = [language, 'en'].map((each) => compose(set, { language: each, ordered: true }).sheet)
      const { sections } = pairSheets(own!, english!)
      expect(sections.map(({ id }) => id)).toEqual(own!.sections.map(({ id }) => id))
    }
  },
)

// Rules join two causes, so pairs show what the advice that is off by default can do to that of another cause.
test.each(['full', 'short'])('so does every pair with all advice put on that may be, on a %s sheet', (depth) => {
  const wrong = pairs.flatMap((set) =>
    examine(set, { language: 'en', depth, added: listAllowed(set), medicinesToStop: stopList(set) }),
  )
  expect(wrong).toEqual([])
})
