import { beforeAll, describe, expect, it } from 'vitest'
import type { Block } from '../../src/domain/sheet.ts'
import { listElements, type Element, type ReadPdf } from '../read-pdf.ts'
import { aNote, aResultWithMore, aSheet, replaceSection, resultsOf } from './a-sheet.ts'
import { colors } from '../../src/pdf/look.ts'
import { renderAndRead } from './render.ts'

let read: ReadPdf
let elements: Element[]

beforeAll(async () => {
  read = await renderAndRead(aSheet())
  elements = read.pages.flatMap((page) => listElements(page.elements))
})

const blocksOf = (kind: Block['kind']) =>
  aSheet().sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === kind))

describe('what a screen reader follows', () => {
  it('is one document', () => {
    for (const page of read.pages) expect(page.elements.map(({ role }) => role)).toEqual(['Document'])
  })

  it('has the headings of the sheet, in order, with no level left out', () => {
    const headings = elements.filter(({ role }) => /^H\d$/u.test(role)).map(({ role }) => role)
    const wanted = blocksOf('heading').map((block) => (block.kind === 'heading' ? `H${block.level}` : ''))
    expect(headings).toEqual(['H1', ...wanted])
  })

  it('has lists whose every item is a label and a body', () => {
    const lists = elements.filter(({ role }) => role === 'L')
    expect(lists).toHaveLength(blocksOf('list').length)
    for (const item of lists.flatMap((list) => list.children)) {
      expect(item.role).toBe('LI')
      expect(item.children.map(({ role }) => role)).toEqual(['Lbl', 'LBody'])
    }
  })

  it('says the sign of each item, which is drawn and not written', () => {
    const signs = blocksOf('list').flatMap((block) =>
      block.kind === 'list' ? block.items.map(({ marker }) => marker) : [],
    )
    const spoken = elements.flatMap(({ role, alternative }) => (role === 'Lbl' ? [alternative] : []))
    expect(spoken).toEqual(signs.map((marker) => ({ check: '☐', cross: '✗', bullet: '•' })[marker]))
  })

  it('draws the sign it says: a red cross before each “Do not”, never a box to tick', () => {
    const items = elements.filter(({ role }) => role === 'LI').map(({ children: [label, body] }) => ({ label, body }))
    const drawn = read.shapes.filter(({ role }) => role === 'Lbl')
    expect(drawn).toHaveLength(items.length)
    const signs = drawn.map(({ line, fill }) => {
      if (fill === null) return line === colors.stop ? '✗' : 'a line'
      return line === null ? '•' : '☐'
    })
    expect(signs).toEqual(items.map(({ label }) => label?.alternative))
    const warned = signs.filter((_, index) => items[index]?.body?.words.startsWith('Do not'))
    expect(warned.length).toBeGreaterThan(2)
    expect(new Set(warned)).toEqual(new Set(['✗']))
    expect(new Set(signs)).toEqual(new Set(['☐', '✗', '•']))
  })

  it('has each number line as a figure with words and a place', () => {
    const figures = elements.filter(({ role }) => role === 'Figure')
    const lines = blocksOf('results').flatMap((block) => (block.kind === 'results' ? block.rows : []))
    expect(figures.map(({ alternative }) => alternative)).toEqual(lines.map(({ line }) => line?.alternative))
    for (const { box = [] } of figures) {
      const [left = 0, bottom = 0, right = 0, top = 0] = box
      expect(right - left).toBeGreaterThan(150)
      expect(top - bottom).toBeGreaterThan(25)
      expect([left > 36, right < 560, bottom > 400, top < 800]).toEqual([true, true, true, true])
    }
  })

  it('tells the result before, in the words beside the line and in its alternative', async () => {
    const sheet = replaceSection(aSheet(), 'results', resultsOf(aResultWithMore('ALT', 2.1, 2.9)))
    const more = await renderAndRead(sheet)
    const figures = more.pages.flatMap((page) => listElements(page.elements)).filter(({ role }) => role === 'Figure')
    expect(figures.map(({ alternative }) => alternative)).toEqual([expect.stringContaining('Last time it was 131.')])
    expect(more.text).toContain('U/L Last time it was 131. about 2.1 times')
  })

  it('has nothing empty', () => {
    for (const { role, children } of elements)
      if (['Document', 'L', 'LI'].includes(role)) expect(children.length, role).toBeGreaterThan(0)
  })

  it('keeps a paragraph that goes on to the next page one paragraph', async () => {
    const note = aNote('Keep walking and eat well. '.repeat(190).trim())
    const long = await renderAndRead(replaceSection(replaceSection(aSheet(), 'note-heading'), 'note', ...note))
    const pagesOfNote = new Set(long.drawn.filter(({ text }) => text.includes('Keep walking')).map(({ page }) => page))
    expect(pagesOfNote.size).toBeGreaterThan(1)
    const count = (pdf: ReadPdf) =>
      new Set(pdf.pages.flatMap(({ elements: all }) => listElements(all)).filter(({ role }) => role === 'P')).size
    // pdf.js shows the tree page by page, so the one paragraph is met once on each.
    expect(count(long) - count(read)).toBe(pagesOfNote.size - 1)
  })
})
