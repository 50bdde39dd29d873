import { beforeAll, describe, expect, it } from 'vitest'
import type { PairedSheet } from '../../src/domain/pair-sheets.ts'
import { toPlain, type Section, type Sheet } from '../../src/domain/sheet.ts'
import { listElements, type Element, type ReadPdf } from '../read-pdf.ts'
import { findPageWith, listLonelyHeadings, squeeze } from './examine-paper.ts'
import { listWarnings } from './list-faults.ts'
import { causes, renderShipped, tick, twoResults } from './shipped.ts'

const visit = {
  ...tick('fatty-liver', 'drug-injury'),
  ...twoResults,
  note: 'Well done.',
  medicinesToStop: ['diclofenac 50 mg'],
}

/** What the first heading of each section of a role says. */
const listHeadings = ({ sections }: Sheet, role: Section['role']): string[] =>
  sections
    .filter((section) => section.role === role)
    .map(({ blocks: [heading] }) => (heading?.kind === 'heading' ? squeeze(toPlain(heading.text)) : ''))
const headingOf = (sheet: Sheet, role: Section['role']) => listHeadings(sheet, role)[0] ?? '?'

describe.each([
  ['es', 'en'],
  ['zh-CN', 'en'],
] as const)('%s and %s in large letters, where half a page is too narrow', (language, secondLanguage) => {
  let paired: PairedSheet
  let read: ReadPdf
  let elements: Element[]

  beforeAll(async () => {
    const made = await renderShipped({ ...visit, language, secondLanguage, size: 'large', retestCard: true })
    if (!('sheets' in made.composed)) throw new Error('There are not two languages.')
    paired = made.composed
    read = made.read
    elements = read.pages.flatMap((page) => listElements(page.elements))
  })

  const pageOf = (words: string) => findPageWith(read, words)
  it('stand one after another: pages 1 and 2 hold what must not be missed in the first, then it begins in the second', () => {
    const [first, second] = paired.sheets.map((sheet) =>
      listWarnings(sheet).map((box) => [...new Set(box.map(pageOf))]),
    )
    expect(first).toEqual([[1], [2]])
    expect(pageOf(headingOf(paired.sheets[0], 'next-steps'))).toBe(2)
    expect(second).toEqual([[3], [4]])
    expect(pageOf(headingOf(paired.sheets[1], 'next-steps'))).toBeGreaterThanOrEqual(4)
  })

  it('have the title of the second as a heading, with what follows it', () => {
    const { title } = paired.sheets[1]
    const found = elements.filter(({ role, words }) => role === 'H2' && squeeze(words) === squeeze(title))
    expect(found.map((each) => each.language)).toEqual([secondLanguage])
    expect(pageOf(title)).toBe(3)
  })

  it('are read section by section after that, the causes as one: each stands under the heading in its own language', () => {
    const titles = paired.sheets.flatMap((sheet) => [
      ...listHeadings(sheet, 'plain').slice(0, 1),
      ...listHeadings(sheet, 'cause'),
    ])
    const found = elements.filter(({ role, words }) => /^H[23]$/u.test(role) && titles.includes(squeeze(words)))
    expect(found.map(({ words }) => squeeze(words))).toEqual(titles)
    expect(found.map(({ language: spoken }) => spoken ?? language)).toEqual([
      ...titles.slice(titles.length / 2).map(() => language),
      ...titles.slice(titles.length / 2).map(() => secondLanguage),
    ])
  })

  it('have what is said once in the first language alone, and one code, told in both', () => {
    expect(read.spoken.split('Well done.')).toHaveLength(2)
    const codes = paired.sections.flatMap(({ blocks }) => blocks.flat()).filter((block) => block.kind === 'calendar')
    const drawn = elements.filter(({ alternative }) => codes.some((code) => code.alternative === alternative))
    expect([codes.length, drawn.length]).toEqual([2, 1])
    for (const { caption } of codes) expect(read.spoken.split(caption)).toHaveLength(2)
  })
})

describe('A heading with its subtitle', () => {
  it.each([
    ['the title of the second language, above what must be done today', tick('pregnancy')],
    ['the causes, above a line for each', { ...tick(...causes.map(({ id }) => id)), depth: 'short' }],
  ])('never ends a page: %s', async (_, choices) => {
    const { read } = await renderShipped({ ...choices, language: 'zh-CN', secondLanguage: 'en', size: 'large' })
    expect(listLonelyHeadings(read)).toEqual([])
  })
})
