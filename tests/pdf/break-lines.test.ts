import { describe, expect, it } from 'vitest'
import {
  breakLines,
  breakLinesEvenly,
  breakParagraph,
  readParagraph,
  type Line,
  type Ruler,
  type Span,
} from '../../src/pdf/break-lines.ts'

/** Every letter is 1 wide, so that widths can be counted. */
const ruler: Ruler = () => (start: number, end: number) => end - start
const span = (text: string, color = 'black'): Span => ({ text, color, face: 'main-regular', size: 12 })
const read = (spans: readonly Span[]) => readParagraph(spans, ruler)
const textOf = (lines: readonly Line[]) => lines.map(({ spans }) => spans.map(({ text }) => text).join(''))

describe('lines', () => {
  it('end where a word ends, and keep the space there', () => {
    expect(textOf(breakLines(read([span('one two three')]), 8))).toEqual(['one two ', 'three'])
  })

  it('may be filled to the last letter, for the space at the end takes no room', () => {
    const lines = breakLines(read([span('one two three')]), 7)
    expect(textOf(lines)).toEqual(['one two ', 'three'])
    expect(lines.map(({ width }) => width)).toEqual([7, 5])
  })

  it('have a dot between two parts of a text, but neither begin nor end with it', () => {
    const parts = read([span('one two · three')])
    expect(textOf(breakLines(parts, 15))).toEqual(['one two · three'])
    const lines = breakLines(parts, 9)
    expect(textOf(lines)).toEqual(['one two ', 'three'])
    expect(lines.map(({ width }) => width)).toEqual([7, 5])
    expect(textOf(breakLines(read([span('one two ·\u00a0three')]), 9))).toEqual(['one two ', '·\u00a0three'])
  })

  it('hold hours and days together', () => {
    expect(textOf(breakLines(read([span('Mon–Fri 8:00–18:00')]), 13))).toEqual(['Mon–Fri ', '8:00–18:00'])
  })

  it('hold a Chinese date together, and a number with what it counts', () => {
    expect(textOf(breakLines(read([span('草稿，2026年11月22日')]), 11))).toEqual(['草稿，', '2026年11月22日'])
    expect(textOf(breakLines(read([span('抽血前7天不要')]), 4))).toEqual(['抽血前', '7天不要'])
    expect(textOf(breakLines(read([span('今年2月')]), 3))).toEqual(['今年', '2月'])
  })

  it('hold the number of a sheet together', () => {
    expect(textOf(breakLines(read([span('sheet E986-440A')]), 11))).toEqual(['sheet ', 'E986-440A'])
    expect(textOf(breakLines(read([span('a well-known')]), 9))).toEqual(['a well-', 'known'])
  })

  it('of our words joined with typed ones are not our words', () => {
    const ours = { ...span('Stop '), isTemplate: true }
    const joinWith = (other: Span) => breakLines(read([ours, other]), 20).flatMap(({ spans }) => spans)
    expect(joinWith(span('Typed'))).toMatchObject([{ text: 'Stop Typed', isTemplate: false }])
    expect(joinWith({ ...span('now'), isTemplate: true })).toMatchObject([{ text: 'Stop now', isTemplate: true }])
  })

  it('go on across spans of another look', () => {
    const lines = breakLines(read([span('Stop ', 'red'), span('taking it now')]), 11)
    expect(lines.map(({ spans }) => spans.map(({ text, color }) => [text, color]))).toEqual([
      [
        ['Stop ', 'red'],
        ['taking ', 'black'],
      ],
      [['it now', 'black']],
    ])
  })

  it('keep a word whole that changes its look inside', () => {
    expect(textOf(breakLines(read([span('ab un'), span('broken', 'red')]), 9))).toEqual(['ab ', 'unbroken'])
  })

  it('cut a word wider than the line, and lose no letter', () => {
    const lines = breakLines(read([span(`see ${'x'.repeat(25)} now`)]), 10)
    expect(textOf(lines)).toEqual(['see ', 'x'.repeat(10), 'x'.repeat(10), 'xxxxx now'])
  })

  it('never cut between a letter and its accent', () => {
    const word = 'e\u0301'.repeat(6)
    for (const line of textOf(breakLines(read([span(word)]), 5))) expect(line).toMatch(/^(e\u0301)+$/u)
  })

  it('break Chinese between characters, but not before a full stop', () => {
    expect(textOf(breakLines(read([span('细胞受损时酶会漏出。')]), 9))).toEqual(['细胞受损时酶会漏', '出。'])
  })

  it('break where the text does', () => {
    expect(textOf(breakLines(read([span('one\ntwo')]), 20))).toEqual(['one', 'two'])
  })

  it('never fall out when there is nothing to write', () => {
    expect(textOf(breakLines(read([]), 10))).toEqual([''])
  })
})

describe('even lines', () => {
  it('are as few, and alike in length', () => {
    const text = [span('Your liver blood test is higher')]
    expect(textOf(breakLines(read(text), 28))).toEqual(['Your liver blood test is ', 'higher'])
    expect(textOf(breakLinesEvenly(read(text), 28))).toEqual(['Your liver blood ', 'test is higher'])
  })
})

describe('a Chinese title', () => {
  it('parts at a mark rather than within a word, where both lines have room', () => {
    expect(textOf(breakLinesEvenly(read([span('抽血结果：转氨酶偏高')]), 7))).toEqual(['抽血结果：', '转氨酶偏高'])
    expect(textOf(breakLinesEvenly(read([span('您的肝功能抽血结果：转氨酶')]), 8))).toEqual([
      '您的肝功能抽血结',
      '果：转氨酶',
    ])
  })
})

describe('a paragraph', () => {
  it('does not end in a word too short for a line, if it need not', () => {
    const text = [span('may hurt the liver, above all with long use.')]
    expect(textOf(breakLines(read(text), 40)).at(-1)).toBe('use.')
    expect(textOf(breakParagraph(read(text), 40)).at(-1)).toBe('long use.')
  })

  it('takes no more lines for it', () => {
    const text = [span(`${'x'.repeat(38)} a`)]
    expect(textOf(breakParagraph(read(text), 38))).toEqual([`${'x'.repeat(38)} `, 'a'])
  })
})
