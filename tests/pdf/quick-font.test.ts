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

const main = fonts.open('main-regular')
const glyphIds = (glyphs: readonly { readonly id: number }[]) => glyphs.map(({ id }) => id)

describe('plain text is laid out as if it were shaped', () => {
  test.each(['AVATAR', '“fitted”', 'P.', 'Wörter,', 'Ñandú', '¿qué?', 'U/L'])('%s', (word) => {
    const shaped = shape('NotoSans-Regular.ttf', word, { liga: false })
    const { glyphs, places } = main.layOut(word)
    expect(glyphIds(glyphs)).toEqual(glyphIds(shaped.glyphs))
    expect(places.map(({ xAdvance }) => xAdvance)).toEqual(shaped.positions.map(({ xAdvance }) => xAdvance))
    expect(main.measure(word)).toBe(shaped.advanceWidth)
  })

  test('Chinese stands character by character', () => {
    const chinese = fonts.open('chinese-regular')
    const shaped = shape('NotoSansSC-Regular.ttf', '肝酶偏高（），请复查。')
    expect(glyphIds(chinese.layOut('肝酶偏高（），请复查。').glyphs)).toEqual(glyphIds(shaped.glyphs))
    expect(chinese.measure('肝酶')).toBe(2000)
  })

  test('letters with loose marks are shaped: the mark sits on its letter', () => {
    const shaped = shape('NotoSans-Regular.ttf', 'x\u030c')
    const { places } = main.layOut('x\u030c')
    expect(places.map(({ xOffset }) => xOffset)).toEqual(shaped.positions.map(({ xOffset }) => xOffset))
    expect(main.measure('x\u030c')).toBe(shaped.advanceWidth)
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
