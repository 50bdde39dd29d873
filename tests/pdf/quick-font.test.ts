import { describe, expect, test } from 'vitest'
import { create, type Font } from 'fontkit'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseKerning } from '../../src/pdf/kerning.ts'
import { fontFolder, fonts } from './render.ts'

/** The font as fontkit shapes it, which is the measure of ours. */
function shape(file: string, text: string, ...features: Record<string, boolean>[]) {
  const font = create(readFileSync(path.join(fontFolder, file))) as Font // reason: none of ours is a collection
  return font.layout(text, ...features)
}

const { font, measure } = fonts.open('main-regular')

describe('plain text is laid out as if it were shaped', () => {
  test.each(['AVATAR', 'To be “fitted”', 'P. Wörter, Ñandú, ¿qué?', 'ALT 96 U/L'])('%s', (text) => {
    const shaped = shape('NotoSans-Regular.ttf', text, { liga: false })
    const { glyphs, positions, advanceWidth } = font.layout(text)
    expect(glyphs.map(({ id }) => id)).toEqual(shaped.glyphs.map(({ id }) => id))
    // Beside a space nothing is kerned: pdfkit sets word after word.
    const words = text.split(/(?<= )/u).map((word) => shape('NotoSans-Regular.ttf', word, { liga: false }).advanceWidth)
    const kernedSpaces = shaped.advanceWidth - words.reduce((sum, width) => sum + width, 0)
    expect(Math.abs(kernedSpaces)).toBeLessThan(80)
    expect(advanceWidth).toBeCloseTo(
      words.reduce((sum, width) => sum + width, 0),
      0,
    )
    expect(measure(text)).toBeCloseTo(advanceWidth, 6)
    expect(positions).toHaveLength(glyphs.length)
  })

  test('Chinese stands character by character', () => {
    const chinese = fonts.open('chinese-regular')
    const text = '肝酶偏高（ALT），请复查。'
    const shaped = shape('NotoSansSC-Regular.ttf', text.replace('ALT', ''))
    expect(chinese.font.layout(text.replace('ALT', '')).glyphs.map(({ id }) => id)).toEqual(
      shaped.glyphs.map(({ id }) => id),
    )
    expect(chinese.measure('肝酶')).toBe(2000)
  })

  test('letters with loose marks are shaped: the mark sits on its letter', () => {
    const text = 'x\u030c'
    const shaped = shape('NotoSans-Regular.ttf', text)
    expect(font.layout(text).positions).toEqual(shaped.positions)
    expect(measure(text)).toBe(shaped.advanceWidth)
  })
})

describe('kerning', () => {
  test('is read line by line', () => {
    expect([...parseKerning('AV -40\n“T 5')]).toEqual([
      ['AV', -40],
      ['“T', 5],
    ])
  })

  test.each(['', 'AV', 'A V -40', 'AV -4.5'])('a line that is not a pair and a number is refused: "%s"', (line) => {
    expect(() => parseKerning(line)).toThrow(/a line of its kerning/u)
  })
})
