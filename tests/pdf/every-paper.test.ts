import { beforeAll, describe, expect, it } from 'vitest'
import { Language } from '../../src/domain/ids.ts'
import type { PairedSheet } from '../../src/domain/pair-sheets.ts'
import { listSheetText, toPlain, type Section, type Sheet } from '../../src/domain/sheet.ts'
import type { Element, ReadPdf } from '../read-pdf.ts'
import { findPageWith, listLevels, listLonelyHeadings, listOutside, squeeze } from './examine-paper.ts'
import { commonCauses, renderShipped, tick, twoResults } from './shipped.ts'

const smallPrint = { standard: 9, clear: 10.5, large: 13.5 } as const
const sizes = ['standard', 'clear', 'large'] as const
const note = Array.from({ length: 14 }, (_, index) => `Line ${index + 1} of what I would like to tell you.`).join('\n')
const visits: readonly object[] = [
  { ...tick('fatty-liver', 'drug-injury'), ...twoResults, medicinesToStop: ['diclofenac 50 mg tablets'] },
  { ...tick(...commonCauses), depth: 'short' },
  { ...tick('hepatitis-b'), ...twoResults, note },
  tick(),
  tick(...commonCauses),
]

const a5 = Language.options.map((language) => ({ size: 'standard', paper: 'A5', language, visit: 1 }) as const)

const papers = sizes
  .flatMap((size) => (['A4', 'Letter'] as const).map((paper) => ({ size, paper })))
  .flatMap((each) => Language.options.map((language) => ({ ...each, language })))
  // Each paper has a visit of its own: all visits on all papers would say little more and take five times as long.
  .map((each, index) => ({ ...each, visit: (index + Math.floor(index / 5)) % visits.length }))

/** Each box of red flags, as the texts that must stand together. */
function listWarnings({ sections }: Sheet): string[][] {
  const boxes: string[][] = []
  for (const block of sections.find(({ role }) => role === 'red-flags')?.blocks ?? []) {
    if (block.kind === 'heading') boxes.push([toPlain(block.text)])
    if (block.kind === 'paragraph') boxes.at(-1)?.push(toPlain(block.text))
    if (block.kind === 'list') boxes.at(-1)?.push(...block.items.map(({ text }) => toPlain(text)))
  }
  return boxes
}

const findRole = ({ sections }: Sheet, role: Section['role']) => sections.findIndex((each) => each.role === role)

const pairs = [
  ['es', 'en'],
  ['zh-CN', 'en'],
  ['es', 'zh-CN'],
] as const
const paired = sizes
  .flatMap((size) => (['A4', 'Letter'] as const).map((paper) => ({ size, paper })))
  .flatMap((each) => pairs.map(([language, secondLanguage]) => ({ ...each, language, secondLanguage })))
  .map((each, index) => ({ ...each, visit: (index + Math.floor(index / 5)) % visits.length }))

/** What is written in each language, in the order a screen reader follows from page to page. */
function listByLanguage(read: ReadPdf, documentLanguage: string): Map<string, string> {
  const said = new Map<string, string>()
  const collect = (element: Element, inherited: string) => {
    const language = element.language ?? inherited
    if (element.children.length === 0) said.set(language, `${said.get(language) ?? ''} ${element.words}`)
    for (const child of element.children) collect(child, language)
  }
  for (const { elements } of read.pages) for (const element of elements) collect(element, documentLanguage)
  return said
}

/** What the second sheet says itself: what was typed stands once, with the first. */
function listSecondText(sheet: Sheet): string[] {
  const letterhead = { ...sheet.letterhead, clinic: '', contact: '' }
  return listSheetText({ ...sheet, letterhead, sections: sheet.sections.filter(({ role }) => role !== 'note') })
}

describe.each(paired)(
  'two languages at size $size on $paper, $language and $secondLanguage, visit $visit',
  ({ visit, ...choices }) => {
    let composed: Sheet | PairedSheet
    let read: ReadPdf

    beforeAll(async () => {
      ;({ composed, read } = await renderShipped({ ...visits[visit], ...choices }))
    })

    it('say each word for word what they say, each under its own language', () => {
      if (!('sheets' in composed)) throw new Error('There are not two languages.')
      const [first, second] = composed.sheets
      const said = listByLanguage(read, first.language)
      expect([...said.keys()]).toEqual([first.language, second.language])
      expect(squeeze(said.get(first.language) ?? '')).toBe(squeeze(...listSheetText(first)))
      expect(squeeze(said.get(second.language) ?? '')).toBe(squeeze(...listSecondText(second)))
      expect(read.spoken).toBe(read.text)
    })

    it('stand where a printer reaches, in the size that was asked for', () => {
      expect(listOutside(read)).toEqual([])
      expect(Math.min(...read.drawn.map(({ size }) => size))).toBe(smallPrint[choices.size])
    })

    it('have one title, headings in order, and none last on a page', () => {
      const levels = listLevels(read)
      expect(levels.filter((level) => level === 'H1')).toEqual([levels[0]])
      expect(listLonelyHeadings(read)).toEqual([])
    })

    it('begin with the red flags: whole on pages 1 and 2, or on both, or in large letters from page 1 on', () => {
      if (!('sheets' in composed)) throw new Error('There are not two languages.')
      for (const sheet of composed.sheets) {
        const boxes = listWarnings(sheet).map((box) => box.map((words) => findPageWith(read, words)))
        expect(findRole(sheet, 'red-flags')).toBe(0)
        expect(boxes[0]?.[0]).toBe(1)
        if (choices.size === 'standard') expect(boxes.map((box) => [...new Set(box)])).toEqual([[1], [2]])
        if (choices.size !== 'large') expect(Math.max(...boxes.flat())).toBe(2)
      }
    })
  },
)

describe.each([...papers, ...a5])(
  'a sheet at size $size on $paper in $language, visit $visit',
  ({ visit, ...choices }) => {
    let sheet: Sheet
    let read: ReadPdf

    beforeAll(async () => {
      ;({ sheet, read } = await renderShipped({ ...visits[visit], ...choices }))
    })

    it('reads word for word as it says, as drawn and as a screen reader follows it', () => {
      expect(squeeze(read.text)).toBe(squeeze(...listSheetText(sheet)))
      expect(read.spoken).toBe(read.text)
    })

    it('stands where a printer reaches, and none of it is smaller than its small print', () => {
      expect(listOutside(read)).toEqual([])
      expect(Math.min(...read.drawn.map(({ size }) => size))).toBe(smallPrint[choices.size])
    })

    it('has one title, headings in order, and none last on a page', () => {
      const levels = listLevels(read)
      expect(levels.filter((level) => level === 'H1')).toEqual([levels[0]])
      expect(levels.slice(1).every((level, index) => level !== 'H3' || levels[index] !== 'H1')).toBe(true)
      expect(listLonelyHeadings(read)).toEqual([])
    })

    it('has each box of red flags whole on page 1 or 2, and before all else where page 1 cannot hold the rest', () => {
      const pagesOfBoxes = listWarnings(sheet).map((box) => new Set(box.map((words) => findPageWith(read, words))))
      expect(pagesOfBoxes.map((pages) => pages.size)).toEqual([1, 1])
      const [now, today] = pagesOfBoxes.flatMap((pages) => [...pages])
      expect(now).toBe(1)
      expect(today).toBeLessThanOrEqual(2)
      const steps = sheet.sections[findRole(sheet, 'next-steps')]?.blocks.at(-1)
      const isOnPageOne = steps?.kind === 'paragraph' && findPageWith(read, toPlain(steps.text)) === 1 && today === 1
      expect(findRole(sheet, 'red-flags') === 0).toBe(!isOnPageOne)
    })
  },
)
