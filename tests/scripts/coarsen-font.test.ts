import { readFileSync } from 'node:fs'
import path from 'node:path'
import { create, type Font } from 'fontkit'
import { describe, expect, test } from 'vitest'
import { findTable, readTrueType } from '../../src/pdf/true-type.ts'
import { coarsenFont } from '../../scripts/build/coarsen-font.ts'
import { scaleOutline } from '../../scripts/build/scale-outline.ts'

const project = path.resolve(import.meta.dirname, '../..')
const open = (bytes: Buffer) => create(bytes) as Font // reason: none of ours is a collection
const read = (file: string) => readFileSync(path.join(project, file))
const packages = 'node_modules/@expo-google-fonts'

describe.each([
  ['NotoSansSC-Regular.ttf', 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'],
  ['NotoSansSC-Bold.ttf', 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'],
])('the Chinese font of the paper, %s', (name, source) => {
  const [bytes, original] = [read(`out/fonts/${name}`), read(`${packages}/${source}`)]
  const [coarse, fine] = [open(bytes), open(original)]
  const scale = coarse.unitsPerEm / fine.unitsPerEm

  test('has half as many units to the em, and every character', () => {
    expect(scale).toBe(0.5)
    expect(coarse.numGlyphs).toBe(fine.numGlyphs)
    expect(coarse.characterSet).toEqual(fine.characterSet)
  })

  test('draws as before: no point is more than half a unit off', () => {
    for (let glyph = 0; glyph < fine.numGlyphs; glyph += 41) {
      const [now, before] = [coarse.getGlyph(glyph), fine.getGlyph(glyph)]
      const list = ({ path: { commands } }: typeof now) => commands.map(({ command, args }) => ({ command, args }))
      const shape = (drawn: ReturnType<typeof list>) => drawn.map(({ command, args }) => `${command}${args.length}`)
      expect(shape(list(now))).toEqual(shape(list(before)))
      const off = list(now).flatMap(({ args }, index) =>
        args.map((place, axis) => Math.abs(place - (list(before)[index]?.args[axis] ?? Number.NaN) * scale)),
      )
      expect(Math.max(0, ...off)).toBeLessThanOrEqual(0.5)
    }
  })

  test('is as wide and as high as before', () => {
    for (let glyph = 0; glyph < fine.numGlyphs; glyph += 7)
      expect(Math.abs(coarse.getGlyph(glyph).advanceWidth - fine.getGlyph(glyph).advanceWidth * scale)).toBeLessThan(1)
    expect(coarse.ascent).toBe(fine.ascent * scale)
    expect(coarse.descent).toBe(fine.descent * scale)
  })

  test('says whose it is and under which licence, word for word', () => {
    expect(findTable(readTrueType(bytes), 'name')).toEqual(findTable(readTrueType(original), 'name'))
    expect(coarse.postscriptName).toBe(fine.postscriptName)
  })
})

describe('an outline', () => {
  test('marks overlapping contours on its first point alone, as a window wants it', () => {
    // One contour of three points, its flag once for all: overlapping, on the curve, x and y in one byte each, to the right.
    const box = [0, 0, 0, 0, 1, 44, 1, 44]
    const outline = Buffer.from([0, 1, ...box, 0, 2, 0, 0, 0x7f, 2, 100, 100, 100, 50, 100, 150])
    const scaled = scaleOutline(outline, 0.5)
    expect([...scaled.subarray(14)]).toEqual([0x77, 0x37, 0x37, 50, 50, 50, 25, 50, 75])
  })

  test('of nothing stays nothing', () => {
    expect(scaleOutline(Buffer.alloc(0), 0.5)).toHaveLength(0)
  })

  test('that is put together from others is refused', () => {
    const font = readTrueType(read('out/fonts/NotoSans-Regular.ttf'))
    expect(() => coarsenFont(font, 500)).toThrow('a glyph is put together from others')
  })
})
