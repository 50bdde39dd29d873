import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { Clinic } from '../../src/domain/clinic.ts'
import { Language } from '../../src/domain/ids.ts'
import { listPairedText } from '../../src/domain/pair-sheets.ts'
import { listSheetText, type Sheet } from '../../src/domain/sheet.ts'
import { renderSelection } from '../../src/pdf/render-selection.ts'
import { readPdf, type Element, type ReadPdf } from '../read-pdf.ts'
import { pairs } from './all-papers.ts'
import { listLonelyHeadings, listOutside, squeeze } from './examine-paper.ts'
import { fonts } from './render.ts'
import { findCodeFigure, scanCode } from './scan-code.ts'
import { choose, commonCauses, library, longClinic, tick, today } from './shipped.ts'

const visit = { ...tick('fatty-liver', 'drug-injury'), retestCard: true }

async function renderCard(choices: object, clinic = longClinic) {
  const selection = choose({ ...visit, ...choices })
  const made = await renderSelection({ library, selection, clinic, today }, fonts)
  return { ...made, read: await readPdf(made.pdf) }
}

function findCode({ sections }: Sheet) {
  const code = sections.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'calendar')
  if (!code) throw new Error('The sheet has no code.')
  return code
}

describe('the code on the card', () => {
  it.each(Language.options)('is read from the printed page, in %s', async (language) => {
    const { pdf, sheet } = await renderCard({ language })
    expect(await scanCode(pdf)).toBe(findCode(sheet).event)
  })

  it('is read where two languages stand side by side, on Letter in large type, and on A5', async () => {
    for (const choices of [
      { language: 'es', secondLanguage: 'en' },
      { language: 'zh-CN', paper: 'Letter', size: 'large' },
      { depth: 'short', paper: 'A5' },
    ]) {
      const { pdf, sheet } = await renderCard(choices)
      expect(await scanCode(pdf)).toBe(findCode(sheet).event)
    }
  })

  it('is read with the longest name a clinic may have, in Chinese characters, from a coarse printer', async () => {
    const name = '社区卫生服务中心'.repeat(10)
    const clinic = Clinic.parse({ ...longClinic, name })
    const { pdf, sheet } = await renderCard({ language: 'zh-CN' }, clinic)
    expect(findCode(sheet).event.replaceAll('\r\n ', '')).toContain(name)
    expect(await scanCode(pdf, 200)).toBe(findCode(sheet).event)
  })

  it('is at least 25 millimetres wide without its quiet zone, and says in words what it is', async () => {
    const { pdf, read, sheet } = await renderCard({})
    const { page, box, alternative } = await findCodeFigure(pdf)
    expect(alternative).toBe(findCode(sheet).alternative)
    const [left = 0, , right = 0] = box
    const squares = read.shapes.find((each) => each.page === page && each.left > left && each.right < right)
    const dark = (squares?.right ?? 0) - (squares?.left ?? 0)
    expect((dark / 72) * 25.4).toBeGreaterThan(25)
    const { size } = encode(findCode(sheet).event, { ecc: 'M', border: 0 })
    expect((right - left - dark) / 2).toBeCloseTo((dark / size) * 4, 2)
  })
})

/** The figures of a page with what they say and in which language: that of the document, or of what is around them. */
function listFigures(read: ReadPdf, elements: readonly Element[], around = read.language): (readonly string[])[] {
  return elements.flatMap(({ role, alternative = '', language = around, children }) => [
    ...(role === 'Figure' ? [[alternative, language]] : []),
    ...listFigures(read, children, language),
  ])
}

describe('what a screen reader says of the code', () => {
  it.each([
    ...Language.options.map((language) => ({ language })),
    ...pairs.flatMap((pair) => [pair, { ...pair, size: 'large' as const }]),
  ])('is in the language of the patient: %o', async (choices) => {
    const { read, sheet } = await renderCard(choices)
    const { alternative } = findCode(sheet)
    const said = read.pages.flatMap(({ elements }) => listFigures(read, elements))
    expect(said.filter(([words]) => words === alternative)).toEqual([[alternative, choices.language]])
  })
})

/** How often each letter stands in a text, dots aside: two languages are drawn in another order than they are listed. */
const countLetters = (text: string) => {
  const letters = Array.from(text.normalize('NFC').replaceAll(/[\s·]/gu, ''))
  return Object.fromEntries([...Map.groupBy(letters, (letter) => letter)].map(([letter, all]) => [letter, all.length]))
}

describe('the card', () => {
  const papers = [
    { language: 'en' },
    { language: 'es', size: 'large' as const },
    { language: 'zh-CN', size: 'clear' as const, paper: 'Letter' },
    { language: 'es', secondLanguage: 'en' },
    { language: 'es', secondLanguage: 'zh-CN', size: 'large' as const, paper: 'Letter' },
    { language: 'zh-CN', depth: 'short', paper: 'A5' },
    // The whole sheet is so short that the card has room on page 2 as well.
    { language: 'en', ...tick('fatty-liver') },
    { language: 'en', ...tick(...commonCauses) },
  ]

  it.each(papers)('says word for word what the sheet says, where a printer reaches: %o', async (choices) => {
    const { read, composed } = await renderCard(choices)
    expect(listOutside(read, choices.size)).toEqual([])
    expect(listLonelyHeadings(read)).toEqual([])
    expect(read.spoken).toBe(read.text)
    const said = 'sheets' in composed ? listPairedText(composed) : listSheetText(composed)
    if ('sheets' in composed) expect(countLetters(read.text)).toEqual(countLetters(said.join(' ')))
    else expect(squeeze(read.text)).toBe(squeeze(...said))
  })

  it.each(papers)('stands whole on the last page: %o', async (choices) => {
    const { read, sheet } = await renderCard(choices)
    const last =
      read.pages
        .at(-1)
        ?.elements.map(({ words }) => words)
        .join(' ') ?? ''
    for (const words of ['card', 'retest', 'scan'] as const)
      expect(squeeze(last)).toContain(squeeze(findSaid(sheet, words)))
  })

  it.each(papers)('never has the danger signs of page 1 on its back: %o', async (choices) => {
    const { read } = await renderCard(choices)
    expect(read.pages.length).not.toBe(2)
  })

  it.each(papers)('has a dashed line around its words and its code, to cut along: %o', async (choices) => {
    const { pdf, read, sheet } = await renderCard(choices)
    const [line, ...others] = read.shapes.filter(({ isDashed }) => isDashed)
    expect(others).toEqual([])
    const { page, box } = await findCodeFigure(pdf)
    const [left = 0, top = 0, right = 0, bottom = 0] = box
    expect(line).toMatchObject({ page })
    if (!line) return
    expect([line.left < left, line.top < top, line.right > right, line.bottom > bottom]).toEqual(Array(4).fill(true))
    const heading = read.drawn.find((text) => text.page === page && findSaid(sheet, 'card').startsWith(text.text))
    const fromTop = (read.pages[page - 1]?.height ?? 0) - (heading?.y ?? 0)
    expect([fromTop > line.top, (heading?.x ?? 0) > line.left]).toEqual([true, true])
  })

  it('leaves everything before it as it is', async () => {
    const [bare, carded] = [await renderCard({ retestCard: false }), await renderCard({})]
    const readFirst = ({ read }: typeof bare) => read.drawn.filter(({ page, artifact }) => page === 1 && !artifact)
    expect(readFirst(carded)).toEqual(readFirst(bare))
    expect(carded.pages - bare.pages).toBeLessThanOrEqual(1)
  })
})

function findSaid({ language }: Sheet, what: 'card' | 'retest' | 'scan'): string {
  const card = library.wording[language]?.card
  return { card: card?.heading, retest: card?.retest, scan: card?.scan }[what] ?? 'nothing'
}
