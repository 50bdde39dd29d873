import { describe, expect, test } from 'vitest'
import { composeSheet } from '../../src/domain/compose-sheet.ts'
import { listSheetText, toPlain, type Block, type Sheet } from '../../src/domain/sheet.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import { toPlainText } from '../../src/domain/to-plain-text.ts'
import { readContent } from '../../src/content/read-content.ts'
import { shipped } from '../content/plant.ts'
import { aClinic, aLibrary, aSelection, hash, noClinic } from './make.ts'

const today = '2026-11-22'
const everything = {
  patientName: 'Patient Name',
  note: 'First line.\n\nSecond line.',
  medicinesToStop: ['Some tablets'],
  results: [{ analyte: 'ALT', value: 96, upperLimit: 40, unit: 'U/L' }],
}
const compose = (more: object = {}, clinic = aClinic) =>
  composeSheet({
    library: aLibrary(),
    selection: aSelection(['running', 'fatty', 'tablets'], more),
    clinic,
    today,
    hash,
  })

/** The sheet with each result as the sentence that stands for its number line. */
function tellResults(sheet: Sheet): Sheet {
  const tell = (block: Block): Block[] =>
    block.kind === 'results'
      ? block.rows.map(({ name, meaning, line }) => ({
          kind: 'paragraph',
          tone: 'plain',
          text: [{ text: line?.alternative ?? `${toPlain(name)} ${meaning}` }],
        }))
      : [block]
  return { ...sheet, sections: sheet.sections.map((section) => ({ ...section, blocks: section.blocks.flatMap(tell) })) }
}

const listWords = (text: string) => text.split(/[\s:：]+/u).filter((word) => word !== '')
const withoutMarkers = (text: string) => text.replaceAll(/^(?:\[ \]|x|-) /gmu, '')

/** Every word a sheet says, in reading order, and those at its foot. */
function listSaid(sheet: Sheet): string[] {
  return listWords([...listSheetText(tellResults(sheet)), sheet.footer.notice, sheet.footer.left].join('\n'))
}

describe('a sheet as plain text', () => {
  test('parts the result of last time from what stands before it by one full stop', () => {
    const tell = (result: object) =>
      toPlainText(compose({ results: [{ analyte: 'ALT', value: 90, unit: 'U/L', previous: 70, ...result }] }))
    expect(tell({})).toContain('\nALT 90 U/L: Nobody can compare this. Before it was 70.\n')
    expect(tell({ upperLimit: 20 })).toContain('\nALT 90 U/L: clearly high: 4.5 times the top. Before it was 70.\n')
  })

  test('stands as a person would type it', () => {
    const sheet = compose(everything)
    expect(toPlainText(sheet)).toBe(`Hill Clinic
1 Main Street · 555 0134 · Mon–Fri
For Patient Name
Given · 22 November 2026

Your sample is high
One line.
Another line.

ALT is 96 U/L, clearly high: 2.4 times the top.

Next steps
Test again: Monday 7 December 2026
Rest for 7 days.
Bring your list.
If it stays high, we look further.
[ ] Stop taking: Some tablets.
[ ] Walk until Monday 7 December 2026, then jog.
[ ] Walk only.
Call 555 0134.

Hospital now if
- you faint
Call 911.

Today if
- you get a rash
- your leg cramps
Call 555 0134 today.

Possible causes
These are possible causes.

Running heading · likely
Running may happen.
x Do not race.
x Drink no wine.
- It often gets better.

Fatty heading · likely
Fatty may happen.

Tablets heading · likely
Tablets may happen.
[ ] Call before you stop another.

Every day
[ ] Sleep well.

Note
First line.
Second line.

Can you tell us
[ ] Which?
[ ] When?
[ ] Why?

Not a visit.
Based on: Book House, Paper Press.
Nobody approved this.

Not approved
High sample draft 1.2.3 3 November 2026 ${sheet.id}
`)
  })

  test('says a result that is not drawn by its name and meaning', () => {
    const results = [{ analyte: 'ALT', value: 400, upperLimit: 40, unit: 'U/L' }]
    expect(toPlainText(compose({ results }))).toContain('\nALT 400 U/L: very high: 10 times the top\n')
  })

  test('leaves out lines that have nothing to say, and never has two empty lines', () => {
    const text = toPlainText(compose({}, noClinic))
    expect(text).toMatch(/^Your clinic\nGiven/u)
    expect(text).not.toMatch(/\n\n\n|^\n|\n\n$/u)
    expect(text).toMatch(/[^\n]\n$/u)
  })

  test('ends with the notice and the version, so that the chart says which sheet it was', () => {
    const sheet = compose()
    expect(toPlainText(sheet)).toMatch(new RegExp(`\n\nNot approved\n.* 1\\.2\\.3 .*${sheet.id}\n$`, 'u'))
  })
})

const library = readContent(shipped)
const cases = library.topics.flatMap(({ topic, words }) =>
  (['en', 'es', 'zh-CN'] as const)
    .filter((language) => words[language])
    .flatMap((language) => (['full', 'short'] as const).map((depth) => ({ topic, language, depth }))),
)

describe.each(cases)('$topic.id, $language, $depth', ({ topic, language, depth }) => {
  test.each([
    ['drawn', 96],
    ['told', 400],
  ])('loses no word and adds none, with a result that is %s', (_, value) => {
    const selection = parseSelection({
      ...everything,
      topic: topic.id,
      language,
      depth,
      causes: topic.causes.map(({ id }) => ({ id, certainty: 'checking' })),
      medicines: topic.medicines.map(({ id }) => id),
      results: [{ analyte: 'ALT', value, upperLimit: 40, unit: 'U/L' }],
    })
    const sheet = composeSheet({ library, selection, clinic: aClinic, today, hash })
    const text = toPlainText(sheet)
    expect(listWords(withoutMarkers(text))).toEqual(listSaid(sheet))
    expect(text).toContain('ALT')
    expect(text).toContain(String(value))
    expect(text).not.toMatch(/\u00a0|\*\*|\{|\n\n\n/u)
  })
})
