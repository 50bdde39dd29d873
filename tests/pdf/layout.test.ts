import { describe, expect, it } from 'vitest'
import type { Section, Sheet } from '../../src/domain/sheet.ts'
import { listElements, type ReadPdf } from '../read-pdf.ts'
import { aNote, aResult, aSheet, exercise, replaceSection, resultsOf, resultsWithMore, say } from './a-sheet.ts'
import { listLonelyHeadings, listOutside, listOverlaps } from './examine-paper.ts'
import { renderAndRead } from './render.ts'

const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbe'
const withSpelling = (name: string, sheet = aSheet()): Sheet => ({
  ...sheet,
  letterhead: { ...sheet.letterhead, clinic: name, patient: say(`For **${name}**`) },
})
const sheets: Record<string, Sheet> = {
  plain: aSheet(),
  'three causes': replaceSection(aSheet(), 'cause-drug-injury', exercise, { ...exercise, id: 'again' }),
  'long names': withSpelling('Maximiliana Alexandra-Konstantina Papadopoulou-Wolfeschlegelsteinhausenberger Jr'),
  'one long word': withSpelling(longWord),
  'a long footer': { ...aSheet(), footer: { ...aSheet().footer, left: `${aSheet().footer.left} · `.repeat(3) } },
  'a long word in a note': replaceSection(aSheet(), 'note', ...aNote(`${longWord}${longWord}`)),
  'all results with more': replaceSection(aSheet(), 'results', resultsOf(...resultsWithMore)),
  'all results': replaceSection(
    aSheet(),
    'results',
    resultsOf(...[0.02, 0.5, 0.9, 1, 1.1, 2, 2.9, 3].map((times, index) => aResult(`R${index}`, times))),
  ),
}
const papers = ['A4', 'Letter'] as const
const sizes = ['standard', 'clear', 'large'] as const

const linesOf = (read: ReadPdf, page: number) =>
  read.drawn.filter((text) => text.page === page && text.text.trim() !== '')
const findPage = (read: ReadPdf, words: string) =>
  read.drawn.find(({ text, artifact }) => !artifact && text.includes(words))?.page

describe.each(papers)('on %s', (paper) => {
  it.each(Object.entries(sheets).flatMap(([name, sheet]) => sizes.map((size) => [name, size, sheet] as const)))(
    '%s at size %s: every letter and shape stands where a printer reaches',
    async (_, size, sheet) => {
      expect(listOutside(await renderAndRead(sheet, { paper, size }), size)).toEqual([])
    },
  )

  it.each(Object.entries(sheets))('%s: no text runs over another', async (_, sheet) => {
    expect(listOverlaps(await renderAndRead(sheet, { paper }))).toEqual([])
  })

  it('page 1 holds all a patient must not miss, at the full type size', async () => {
    const read = await renderAndRead(aSheet(), { paper })
    const last = 'If we are closed, go to hospital.'
    for (const words of [
      'Riverside Health',
      'higher than usual',
      'ALT',
      'AST',
      '7 December',
      'Questions?',
      'Go to hospital',
      last,
    ])
      expect(findPage(read, words), words).toBe(1)
    const sizesOfPage = new Set(linesOf(read, 1).map(({ size }) => size))
    expect(sizesOfPage).toEqual(new Set([22, 14.5, 12, 9]))
  })

  it('leaves no heading alone at the foot of a page', async () => {
    for (const size of sizes)
      for (let lines = 1; lines <= 46; lines += size === 'standard' ? 5 : 15) {
        const note = aNote(...Array.from({ length: lines }, (_, index) => `Line ${index + 1}.`))
        const sheet = replaceSection(replaceSection(aSheet(), 'note-heading'), 'note', ...note)
        const read = await renderAndRead(sheet, { paper, size })
        expect(listLonelyHeadings(read), `${size}, ${lines} lines`).toEqual([])
      }
  })

  it('keeps the questions whole, and the small print with them', async () => {
    for (let lines = 1; lines <= 40; lines += 5) {
      const note = aNote(...Array.from({ length: lines }, (_, index) => `Line ${index + 1}.`))
      const read = await renderAndRead(replaceSection(replaceSection(aSheet(), 'note-heading'), 'note', ...note), {
        paper,
      })
      const asked = ['Before you leave', 'which medicine', 'get help right away', 'place of a visit', 'been clinically']
      const found = asked.map((words) => findPage(read, words))
      expect(new Set(found), `${lines} lines`).toEqual(new Set([read.pages.length]))
    }
  })

  it('keeps each warning whole', async () => {
    const read = await renderAndRead(aSheet(), { paper, size: 'clear' })
    expect(findPage(read, 'Go to hospital now if')).toBe(findPage(read, 'if you cannot get there safely'))
    expect(findPage(read, 'Be seen today if')).toBe(findPage(read, 'If we are closed'))
  })

  it('never writes smaller than 9 points', async () => {
    const read = await renderAndRead(aSheet(), { paper })
    expect(Math.min(...read.drawn.map(({ size }) => size))).toBe(9)
  })
})

describe('a list', () => {
  const withItems = (...texts: readonly string[]): Sheet => {
    const items = texts.map((text) => ({ marker: 'check' as const, text: say(text) }))
    const asked: Section = { id: 'asked', role: 'plain', blocks: [{ kind: 'list', columns: 1, items }] }
    return replaceSection(replaceSection(aSheet(), 'note-heading'), 'note', asked)
  }

  // Sentences of different lengths: few of them end with their line.
  it.each(['', 'Rest. ', 'Rest a lot. ', 'Rest well every day. ', 'Rest well, and sleep well at night. '])(
    'with an item higher than any page is cut between its sentences, and the item stays one: "%s"',
    async (before) => {
      const sentences = `${before}Walk a little every day, as far as you like. `
      const read = await renderAndRead(withItems(sentences.repeat(120).trim()))
      const pages = read.pages.map(({ elements }) =>
        listElements(elements).filter(({ role, words }) => role === 'LBody' && words.includes('as far as you like')),
      )
      const parts = pages.flatMap((bodies) => bodies.map(({ words }) => words))
      expect(parts.length).toBeGreaterThan(1)
      for (const part of parts)
        expect(part).toMatch(/^(?:Walk a little|Rest).*(?:as far as you like|well|Rest|lot|day|night)\.$/u)
      expect(listOutside(read)).toEqual([])
    },
  )
})

describe('a cause', () => {
  it('starts on page 1 when its heading and all of it fit there', async () => {
    const sheet = aSheet()
    const warnings = sheet.sections.flatMap((section) =>
      section.id === 'red-flags' ? [{ ...section, blocks: section.blocks.slice(0, 2) }] : [],
    )
    const read = await renderAndRead(replaceSection(replaceSection(sheet, 'results'), 'red-flags', ...warnings))
    for (const words of ['What your clinician thinks', 'Fat in the liver', 'Do not crash diet'])
      expect(findPage(read, words), words).toBe(1)
  })

  it('is never parted from what announces it', async () => {
    const sheet = replaceSection(aSheet(), 'results')
    const [line] = aNote('One more line.')
      .flatMap(({ blocks }) => blocks.slice(-1))
      .slice(-1)
    for (let lines = 0; lines <= 12; lines += 1) {
      const sections = sheet.sections.map((section) =>
        section.id === 'red-flags'
          ? {
              ...section,
              blocks: [...section.blocks.slice(0, 4), ...Array.from({ length: lines }, () => line ?? [])].flat(),
            }
          : section,
      )
      const read = await renderAndRead({ ...sheet, sections })
      expect(findPage(read, 'These may fit you.'), `${lines} lines`).toBe(findPage(read, 'Fat in the liver'))
    }
  })

  it('else starts on page 2 with its heading', async () => {
    const read = await renderAndRead(replaceSection(aSheet(), 'results'))
    expect(findPage(read, 'What your clinician thinks')).toBe(2)
    expect(findPage(read, 'Fat in the liver')).toBe(2)
  })
})
