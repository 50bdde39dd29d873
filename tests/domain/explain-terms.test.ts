import { describe, expect, test } from 'vitest'
import { explainTerms } from '../../src/domain/explain-terms.ts'
import { Glossary } from '../../src/domain/glossary.ts'
import { toPlain, type Block, type Section, type Sheet, type Text } from '../../src/domain/sheet.ts'

const glossary = Glossary.parse({
  language: 'en',
  pattern: '{term} ({meaning})',
  terms: [
    { id: 'virus', forms: { 'bug B tablets': 'against bug B', 'bug B': 'a germ' } },
    { id: 'bile', forms: { bile: 'a juice' }, saidBy: ['juice'] },
  ],
})
const paragraph = (text: Text): Block => ({ kind: 'paragraph', text, tone: 'plain' })
const heading = (text: string): Block => ({ kind: 'heading', level: 2, text: [{ text }], tone: 'plain' })

function makeSheet(sections: Section[], lead: string[] = []): Sheet {
  const letterhead = { clinic: 'Clinic', contact: '', given: '' }
  return {
    language: 'en',
    title: 'Bile',
    letterhead,
    lead,
    sections,
    footer: { left: '', notice: '', page: '' },
    id: '',
  }
}
const section = (blocks: Block[], role: Section['role'] = 'plain'): Section => ({ id: role, role, blocks })
function explain(sheet: Sheet, typed: string[] = []) {
  return explainTerms(sheet, glossary, typed).sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'paragraph' || block.kind === 'heading' ? [toPlain(block.text)] : [])),
  )
}

describe('a term is explained', () => {
  test('at its first use in reading order, and only there', () => {
    const sheet = makeSheet([section([paragraph([{ text: 'Bile flows.' }]), paragraph([{ text: 'Bile again.' }])])])
    expect(explain(sheet)).toEqual(['Bile (a juice) flows.', 'Bile again.'])
  })

  test('not in a heading, in the small print or in the note, but after them', () => {
    const bile = paragraph([{ text: 'Bile.' }])
    const sheet = makeSheet([
      section([heading('Bile')]),
      section([bile], 'note'),
      section([bile]),
      section([bile], 'about'),
    ])
    expect(explain(sheet)).toEqual(['Bile', 'Bile.', 'Bile (a juice).', 'Bile.'])
  })

  test('in the lead, which comes first', () => {
    const sheet = makeSheet([section([paragraph([{ text: 'Bile.' }])])], ['It is about bile.'])
    expect(explainTerms(sheet, glossary, []).lead).toEqual(['It is about bile (a juice).'])
    expect(explain(sheet)).toEqual(['Bile.'])
  })

  test('by its longest form, in lists too, with the weight of the text around it', () => {
    const text: Text = [{ text: 'Take bug B tablets', strong: true }, { text: ' each day.' }]
    const list: Block = { kind: 'list', columns: 1, items: [{ marker: 'check', text }] }
    const [block] = explainTerms(makeSheet([section([list])]), glossary, []).sections[0]?.blocks ?? []
    expect(block?.kind === 'list' ? block.items[0]?.text : []).toEqual([
      { text: 'Take bug B tablets', strong: true },
      { text: ' (against bug B) each day.' },
    ])
  })
})

describe('a term is left alone', () => {
  test.each([
    ['where the text explains it', 'Bile is a juice.'],
    ['where brackets explain it', 'Bile (a fluid) flows.'],
    ['inside another word', 'Automobiles drive.'],
  ])('%s', (_, text) => {
    expect(explain(makeSheet([section([paragraph([{ text }])])]))).toEqual([text])
  })

  test('where it was typed', () => {
    const sheet = makeSheet([section([paragraph([{ text: 'Stop: Bile Plus.' }]), paragraph([{ text: 'Bile.' }])])])
    expect(explain(sheet, ['Bile Plus'])).toEqual(['Stop: Bile Plus.', 'Bile (a juice).'])
  })

  test('without a glossary', () => {
    const sheet = makeSheet([section([paragraph([{ text: 'Bile.' }])])])
    expect(explainTerms(sheet, undefined, [])).toBe(sheet)
  })
})
