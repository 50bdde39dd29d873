import { describe, expect, it } from 'vitest'
import { listSheetText, type Sheet } from '../../src/domain/sheet.ts'
import { renderSheet } from '../../src/pdf/render-sheet.ts'
import { aNote, aResult, aSheet, exercise, replaceSection, resultsOf, resultsWithMore, say } from './a-sheet.ts'
import { squeeze } from './examine-paper.ts'
import { fonts, render, renderAndRead } from './render.ts'

const withPatient = (name: string): Sheet => {
  const sheet = aSheet()
  return { ...sheet, letterhead: { ...sheet.letterhead, patient: say(`For **${name}**`) } }
}
const withNote = (...lines: string[]): Sheet =>
  replaceSection(replaceSection(aSheet(), 'note-heading'), 'note', ...aNote(...lines))
const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbe'

const sheets: Record<string, Sheet> = {
  'with everything': aSheet(),
  'with three causes': replaceSection(aSheet(), 'cause-drug-injury', exercise, { ...exercise, id: 'again' }),
  'without results, clinic and patient': {
    ...replaceSection(aSheet(), 'results'),
    letterhead: { clinic: '', contact: '', given: 'Given by your clinician · 22 Nov 2026' },
  },
  'with results at all ends of the line': replaceSection(
    aSheet(),
    'results',
    resultsOf(...[0.02, 0.5, 1, 2, 3, 7.5].map((times, index) => aResult(`R${index}`, times))),
  ),
  'with the results before and an anchor': replaceSection(aSheet(), 'results', resultsOf(...resultsWithMore)),
  'with a name of 80 letters': withPatient(
    'Maximiliana Alexandra-Konstantina Papadopoulou-Wolfeschlegelsteinhausenberger Jr',
  ),
  'with a Chinese name': withPatient('患者姓名 (≥ 3)'),
  'with a note over several pages': withNote(
    ...Array.from({ length: 90 }, (_, index) => `Line ${index + 1} of the note.`),
  ),
  'with one long paragraph as note': withNote('Keep walking and eat well. '.repeat(190).trim()),
  'with a word wider than its column': withNote(`See ${longWord}${longWord} at once.`),
  'with accents written apart': withNote('cafe\u0301 Nguyễn Ñandú Łódź'),
}

describe.each(['A4', 'Letter'] as const)('on %s', (paper) => {
  it.each(Object.entries(sheets))('a sheet %s reads word for word as it says', async (_, sheet) => {
    const read = await renderAndRead(sheet, { paper })
    expect(squeeze(read.text)).toBe(squeeze(...listSheetText(sheet)))
  })

  it.each(['standard', 'clear', 'large'] as const)('reads the same at size %s', async (size) => {
    const read = await renderAndRead(aSheet(), { paper, size })
    expect(squeeze(read.text)).toBe(squeeze(...listSheetText(aSheet())))
  })
})

describe('the same inputs', () => {
  it('give the same bytes', async () => {
    expect(Buffer.compare(await render(aSheet()), await render(aSheet()))).toBe(0)
  })

  it('give other bytes on another date', async () => {
    expect(Buffer.compare(await render(aSheet()), await render(aSheet(), { date: '2026-11-23' }))).not.toBe(0)
  })
})

describe('pages', () => {
  it('are counted', async () => {
    const { pdf, pages } = renderSheet(aSheet(), { paper: 'A4', date: '2026-11-22', fonts })
    const read = await renderAndRead(aSheet())
    expect(pdf.subarray(0, 5)).toEqual(new TextEncoder().encode('%PDF-'))
    expect(pages).toBe(read.pages.length)
  })

  it.each([
    ['A4', 595.28, 841.89],
    ['Letter', 612, 792],
    ['A5', 419.53, 595.28],
  ] as const)('have the size of %s', async (paper, width, height) => {
    const { pages } = await renderAndRead(aSheet(), { paper })
    for (const page of pages) {
      expect(page.width).toBeCloseTo(width, 1)
      expect(page.height).toBeCloseTo(height, 1)
    }
  })

  it('say at the foot of each what they are, and at the head of later ones whose', async () => {
    const { drawn, pages } = await renderAndRead(aSheet())
    const repeated = pages.map((_, index) =>
      squeeze(drawn.flatMap((text) => (text.artifact && text.page === index + 1 ? text.text : [])).join('')),
    )
    expect(repeated).toHaveLength(2)
    expect(repeated[0]).toContain(squeeze(aSheet().footer.left))
    expect(repeated[0]).toContain('Not clinically approved')
    expect(repeated[0]).toContain('Page 1 of 2')
    expect(repeated[0]).not.toContain('Patient Name')
    expect(repeated[1]).toContain('Riverside Health Centre')
    expect(repeated[1]).toContain('For Patient Name Given by your clinician 22 Nov 2026')
    expect(repeated[1]).toContain('Page 2 of 2')
  })

  it('keep silent about approval once there is one', async () => {
    const sheet = aSheet({ footer: { ...aSheet().footer, notice: '' } })
    const { drawn } = await renderAndRead(sheet)
    expect(drawn.map(({ text }) => text).join('')).not.toMatch(/Not clinically approved/u)
  })
})

describe('fonts', () => {
  it('are the main ones where they can, and the Chinese ones where they must', async () => {
    const { drawn } = await renderAndRead(withPatient('患者姓名 (≥ 3)'))
    const fontOf = (part: string) => drawn.find(({ text, artifact }) => !artifact && text.includes(part))?.font
    expect(fontOf('患者姓名')).toBe('NotoSansSC-Bold')
    expect(fontOf('≥')).toBe('NotoSansSC-Bold')
    expect(fontOf('Riverside')).toBe('NotoSans-Bold')
    expect(fontOf('12 Mill Street')).toBe('NotoSans-Regular')
  })

  it('do not come along when nothing is written in them', async () => {
    const { drawn } = await renderAndRead(aSheet())
    expect(new Set(drawn.map(({ font }) => font))).toEqual(new Set(['NotoSans-Regular', 'NotoSans-Bold']))
  })

  it('refuse what none of them has, rather than leave a hole', async () => {
    await expect(render(withPatient('Ann 😀'))).rejects.toMatchObject({
      code: 'unprintable-text',
      problems: [{ field: '', message: 'The character "😀" cannot be printed. Please leave it out.' }],
    })
  })

  it('write a Chinese sheet with Chinese quotation marks', async () => {
    const sheet = aSheet({ language: 'zh-CN', title: '您的“肝功能”检查结果偏高' })
    const { drawn } = await renderAndRead(sheet)
    expect(drawn.find(({ text }) => text.includes('“'))?.font).toBe('NotoSansSC-Bold')
  })
})
