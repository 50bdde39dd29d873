import { describe, expect, test } from 'vitest'
import { create, type Font } from 'fontkit'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { indexKerning, parseKerning } from '../../src/pdf/kerning.ts'
import type { QuickFont } from '../../src/pdf/quick-font.ts'
import { fontFolder, fonts } from './render.ts'

/** The font as fontkit shapes it, which is the measure of ours. */
function shape(file: string, text: string, ...features: Record<string, boolean>[]) {
  const font = create(readFileSync(path.join(fontFolder, file))) as Font // reason: none of ours is a collection
  return font.layout(text, ...features)
}

const main = fonts.open('main-regular')
const measure = (font: QuickFont, text: string) => font.measureParts(text)(0, text.length)
const glyphIds = (glyphs: readonly { readonly id: number }[]) => glyphs.map(({ id }) => id)

describe('plain text is laid out as if it were shaped', () => {
  test.each(['AVATAR', '“fitted”', 'P.', 'Wörter,', 'Ñandú', '¿qué?', 'U/L'])('%s', (word) => {
    const shaped = shape('NotoSans-Regular.ttf', word, { liga: false })
    const { glyphs, kerns } = main.layOut(word)
    expect(glyphIds(glyphs)).toEqual(glyphIds(shaped.glyphs))
    const advances = glyphs.map(({ advanceWidth }, index) => advanceWidth + (kerns[index] ?? 0))
    expect(advances).toEqual(shaped.positions.map(({ xAdvance }) => xAdvance))
    expect(measure(main, word)).toBe(shaped.advanceWidth)
  })

  test('Chinese stands character by character', () => {
    const chinese = fonts.open('chinese-regular')
    const shaped = shape('NotoSansSC-Regular.ttf', '肝酶偏高（），请复查。')
    expect(glyphIds(chinese.layOut('肝酶偏高（），请复查。').glyphs)).toEqual(glyphIds(shaped.glyphs))
    expect(measure(chinese, '肝酶')).toBe(2000)
  })

  test('letters with loose marks are shaped: the mark sits on its letter', () => {
    const shaped = shape('NotoSans-Regular.ttf', 'x\u030c')
    const { shifts } = main.layOut('x\u030c')
    expect(shifts?.map(({ x }) => x)).toEqual(shaped.positions.map(({ xOffset }) => xOffset))
    expect(measure(main, 'x\u030c')).toBe(shaped.advanceWidth)
  })
})

describe('parts of a text', () => {
  test('are as wide as alone: kerning with what stands before does not count', () => {
    const parts = main.measureParts('AVATAR')
    expect(parts(0, 6)).toBe(measure(main, 'AVATAR'))
    expect(parts(1, 4)).toBe(measure(main, 'VAT'))
    expect(parts(1, 4)).not.toBe(parts(0, 4) - parts(0, 1))
    expect(parts(2, 2)).toBe(0)
  })
})

describe('kerning', () => {
  test('is found by its two letters', () => {
    const find = indexKerning(parseKerning('AV -40\n“T 5\nTA -7'))
    const between = (pair: string) => find(pair.charCodeAt(0), pair.charCodeAt(1))
    expect(['AV', '“T', 'TA', 'VA', 'AA', 'xT', '肝酶'].map(between)).toEqual([-40, 5, -7, 0, 0, 0, 0])
  })

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
