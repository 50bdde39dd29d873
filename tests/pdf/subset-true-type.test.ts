import { readFileSync } from 'node:fs'
import path from 'node:path'
import { create, type Font } from 'fontkit'
import { describe, expect, test } from 'vitest'
import { subsetTrueType } from '../../src/pdf/subset-true-type.ts'
import { readTrueType } from '../../src/pdf/true-type.ts'
import { fontFolder } from './render.ts'

const open = (bytes: Buffer) => create(bytes) as Font // reason: none of ours is a collection

describe.each(['NotoSans-Regular.ttf', 'NotoSansSC-Bold.ttf'])('a part of %s', (name) => {
  const bytes = readFileSync(path.join(fontFolder, name))
  const whole = open(bytes)
  const letters = ['A', 'é', 'Ñ', '“', ' ']
  const wanted = [0, ...letters.map((letter) => whole.glyphForCodePoint(letter.codePointAt(0) ?? 0).id)]
  const { file, glyphs } = subsetTrueType(readTrueType(bytes), wanted)
  const part = open(file)

  test('has the glyphs that were asked for, first and in order', () => {
    expect(glyphs.slice(0, wanted.length)).toEqual(wanted)
    expect(part.numGlyphs).toBe(glyphs.length)
  })

  test('draws each of them just as the whole font does, and as wide', () => {
    glyphs.forEach((glyph, index) => {
      const [copy, original] = [part.getGlyph(index), whole.getGlyph(glyph)]
      expect(copy.path.toSVG()).toBe(original.path.toSVG())
      expect(copy.advanceWidth).toBe(original.advanceWidth)
    })
  })

  test('has checksums that add up, as a strict reader wants them', () => {
    for (const [tag, table] of readTrueType(file)) {
      const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)])
      let sum = 0
      for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0
      const record = file.indexOf(tag, 12, 'latin1')
      expect(file.readUInt32BE(record + 4)).toBe(sum)
    }
  })
})

test('letters put together from others bring those along', () => {
  const bytes = readFileSync(path.join(fontFolder, 'NotoSans-Regular.ttf'))
  const eAcute = open(bytes).glyphForCodePoint(0xe9).id
  const { glyphs } = subsetTrueType(readTrueType(bytes), [0, eAcute])
  expect(glyphs.length).toBeGreaterThan(2)
})

test('a file without outlines is refused', () => {
  expect(() => subsetTrueType(new Map(), [0])).toThrow('it has no table "loca"')
})
