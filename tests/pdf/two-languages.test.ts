import { beforeAll, describe, expect, it } from 'vitest'
import { listPairedText, type PairedSheet } from '../../src/domain/pair-sheets.ts'
import { listBlockText, type Block } from '../../src/domain/sheet.ts'
import { listElements, type DrawnText, type ReadPdf } from '../read-pdf.ts'
import { squeeze } from './examine-paper.ts'
import { renderShipped, tick, twoResults } from './shipped.ts'
import { walkStructure, type Spoken } from './walk-structure.ts'

const note = Array.from({ length: 8 }, (_, index) => `Line ${index + 1} of my note.`).join('\n')
const visit = { ...tick('fatty-liver', 'drug-injury'), ...twoResults, note, medicinesToStop: ['diclofenac 50 mg'] }
const middle = 595.28 / 2

describe.each([
  ['es', 'en'],
  ['zh-CN', 'en'],
  ['es', 'zh-CN'],
] as const)('%s and %s side by side', (language, secondLanguage) => {
  let paired: PairedSheet
  let pdf: Uint8Array
  let read: ReadPdf
  let spoken: Spoken[]

  beforeAll(async () => {
    const made = await renderShipped({ ...visit, language, secondLanguage })
    if (!('sheets' in made.composed)) throw new Error('There are not two languages.')
    paired = made.composed
    ;({ pdf, read } = made)
    spoken = walkStructure(pdf, read)
  })

  const listPairs = () =>
    paired.sections.flatMap(({ blocks }) =>
      blocks.flatMap(([first, second]) => (second ? [[first, second] as const] : [])),
    )

  it('are read pair by pair, the first language first, each text once', () => {
    expect(squeeze(...spoken.map(({ words }) => words))).toBe(squeeze(...listPairedText(paired)))
  })

  it('have each their own language in the structure', () => {
    const [, ...others] = paired.sheets[1].sections.flatMap(({ blocks, role }) =>
      role === 'note' ? [] : blocks.flatMap(listBlockText),
    )
    const second = new Set(others.map((text) => squeeze(text)))
    const first = new Set(
      paired.sections.flatMap(({ blocks }) =>
        blocks.flatMap(([block]) => listBlockText(block).map((text) => squeeze(text))),
      ),
    )
    for (const { words, language: said } of spoken) {
      const text = squeeze(words)
      if (first.has(text) && !second.has(text)) expect(said, text).toBe('')
      if (second.has(text) && !first.has(text)) expect(said, text).toBe(secondLanguage)
    }
    expect(spoken.filter((each) => each.language === secondLanguage).length).toBeGreaterThan(60)
    expect(new Set(spoken.map((each) => each.language))).toEqual(new Set(['', secondLanguage]))
  })

  it('are one file that keeps PDF/UA-1 and PDF/A-2a, in the language of the patient', () => {
    expect(read.xmp).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/u)
    expect(read.xmp).toMatch(/<pdfaid:part>2<\/pdfaid:part>/u)
    expect(read.language).toBe(language)
  })

  it('have as many lists, items and figures in one as in the other', () => {
    const count = (role: string, said: string) =>
      spoken.filter((each) => each.role === role && each.language === said).length
    for (const role of ['/LBody', '/Lbl', '/Figure', '/H3'])
      expect([role, count(role, secondLanguage)]).toEqual([role, count(role, '')])
    expect(count('/H1', '')).toBe(1)
    expect(count('/H2', secondLanguage)).toBe(count('/H2', '') + 1)
    const figures = read.pages.flatMap(({ elements }) => listElements(elements)).filter(({ role }) => role === 'Figure')
    expect(figures).toHaveLength(4)
    for (const { alternative } of figures) expect(alternative).toMatch(/\d+ U\/L/u)
  })

  it('stand each in its own half, but for the clinic and the note', () => {
    const once = [paired.sheets[0].letterhead.contact, ...note.split('\n')]
    const astray = read.drawn.filter(
      ({ x, width, text, artifact }) =>
        !artifact && x < middle && x + width > middle && !once.some((each) => each.includes(text.trim())),
    )
    expect(astray.map(({ text }) => text)).toEqual([])
  })

  it('begin each pair of blocks, of items and of results at one height', () => {
    const written = read.drawn.filter(({ artifact, text }) => !artifact && text.trim() !== '')
    // A line of several looks, or of two scripts, is drawn in parts: what begins a text is found by its first letters.
    const findStarts = (text: string, isLeft: boolean): DrawnText[] =>
      written.filter((each) => each.x < middle === isLeft && text.startsWith(squeeze(each.text)))
    const listStarts = (block: Block) => (block.kind === 'results' ? [] : listBlockText(block))
    const pairs = listPairs().flatMap(([first, second]) =>
      listStarts(first).map((text, index) => [text, listStarts(second)[index] ?? ''] as const),
    )
    for (const [first, second] of pairs) {
      const [left, right] = [findStarts(first, true), findStarts(second, false)]
      const isBeside = left.some((one) =>
        right.some((other) => one.page === other.page && Math.abs(one.y - other.y) < 0.1 * one.size),
      )
      expect(isBeside, `"${first}" and "${second}"`).toBe(true)
    }
    expect(pairs.length).toBeGreaterThan(50)
  })
})

it('two languages give the same bytes for the same choices', async () => {
  const make = async () => (await renderShipped({ ...visit, language: 'es', secondLanguage: 'en', depth: 'short' })).pdf
  expect(Buffer.compare(await make(), await make())).toBe(0)
})
