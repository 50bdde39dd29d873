import { beforeAll, describe, expect, it } from 'vitest'
import { Language } from '../../src/domain/ids.ts'
import { listSheetText, toPlain, type Section, type Sheet } from '../../src/domain/sheet.ts'
import type { ReadPdf } from '../read-pdf.ts'
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
