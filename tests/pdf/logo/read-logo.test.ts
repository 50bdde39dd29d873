import { inflateSync } from 'node:zlib'
import { PNG } from 'pngjs'
import { describe, expect, it, test } from 'vitest'
import { toKeptLogo } from '../../../src/domain/logo.ts'
import { cleanLogo, openLogo } from '../../../src/pdf/logo/read-logo.ts'
import { addSegment, makeExif, makeGrey, makePng, makeSvg, readSample, refusal } from './samples.ts'

/** The colour of a place of a kept picture, across and down from 0 to 1. */
function seeColor(bytes: Uint8Array, across: number, down = 0.5): number[] {
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes))
  const at = (Math.floor(height * down) * width + Math.floor(width * across)) * 4
  return [...data.subarray(at, at + 3)]
}
const sizeOf = (bytes: Uint8Array) => {
  const { width, height } = PNG.sync.read(Buffer.from(bytes))
  return [width, height]
}
const isNear = (seen: readonly number[], wanted: readonly number[], by: number) =>
  seen.every((part, index) => Math.abs(part - (wanted[index] ?? 0)) <= by)
const red = [163, 35, 27]
const green = [11, 106, 103]
/** Bytes that are no picture and stand for a file. */
const text = (content: string) => new TextEncoder().encode(content)

describe('a picture of pixels', () => {
  it.each(['colour.png', '16-bit.png', 'interlaced.png', 'palette.png', 'colour.jpg', 'progressive.jpg', 'cmyk.jpg'])(
    'is read, whatever its kind: %s',
    (name) => {
      const { type, bytes } = cleanLogo(readSample(name))
      expect([type, ...sizeOf(bytes)]).toEqual(['png', 48, 24])
      expect(isNear(seeColor(bytes, 0.25), red, 4), String(seeColor(bytes, 0.25))).toBe(true)
      expect(isNear(seeColor(bytes, 0.75), green, 4), String(seeColor(bytes, 0.75))).toBe(true)
    },
  )

  it('is read in grey and in black and white too, and then stands in the PDF without colour', () => {
    const grey = cleanLogo(readSample('grey.jpg'))
    const [shade = 0, ...others] = seeColor(grey.bytes, 0.25)
    expect(others).toEqual([shade, shade])
    const twoShades = cleanLogo(readSample('1-bit.png'))
    expect([seeColor(twoShades.bytes, 0.25), seeColor(twoShades.bytes, 0.75)]).toEqual([
      [0, 0, 0],
      [255, 255, 255],
    ])
    for (const kept of [grey, twoShades]) expect(openLogo(kept).object.entries['ColorSpace']).toBe('DeviceGray')
  })

  it('lets the white of the paper through where it is clear, and loses its blank edges', () => {
    const { bytes } = cleanLogo(readSample('half-clear.png'))
    expect(sizeOf(bytes)).toEqual([24, 24])
    expect(isNear(seeColor(bytes, 0.5), green, 1)).toBe(true)
    const { entries } = openLogo({ type: 'png', bytes }).object
    expect(entries).toEqual({ Subtype: 'Image', Width: 24, Height: 24, ColorSpace: 'DeviceRGB', BitsPerComponent: 8 })
  })

  it('is kept no larger than it prints well, each pixel the average of those before', () => {
    const [width, height] = [3000, 1500]
    const rows = new Uint8Array((width + 1) * height)
    for (let at = 0; at < rows.length; at += 1) rows[at] = at % (width + 1) === 0 ? 0 : (at % 2) * 200
    const { bytes } = cleanLogo(makePng({ width, height, rows }))
    expect(sizeOf(bytes)).toEqual([560, 280])
    expect(isNear(seeColor(bytes, 0.5), [100, 100, 100], 20)).toBe(true)
  })

  it.each([
    [3, [48, 24]],
    [6, [24, 48]],
    [8, [24, 48]],
  ] as const)('of a camera that was held otherwise (%i) stands upright', (orientation, size) => {
    const { bytes } = cleanLogo(addSegment(readSample('colour.jpg'), 0xe1, makeExif(orientation)))
    expect(sizeOf(bytes)).toEqual(size)
    // What was at the left is now at the right, on top, or at the foot.
    const place = { 3: [0.75, 0.5], 6: [0.5, 0.25], 8: [0.5, 0.75] }[orientation]
    expect(isNear(seeColor(bytes, place[0]!, place[1]), red, 4)).toBe(true)
  })

  it('keeps nothing of what a camera or a program wrote into it', () => {
    const jpeg = addSegment(readSample('colour.jpg'), 0xe1, makeExif(1))
    const png = makePng({
      width: 4,
      height: 4,
      rows: new Uint8Array(20),
      more: { tEXt: text('Author\0GPS of the clinic') },
    })
    for (const bytes of [jpeg, png]) {
      expect(Buffer.from(bytes).toString('latin1')).toContain('GPS of the clinic')
      expect(Buffer.from(cleanLogo(bytes).bytes).toString('latin1')).not.toContain('GPS')
    }
  })

  it('cleaned again is the same, so that sheets before and after a restart are', () => {
    for (const name of ['half-clear.png', 'colour.jpg', '1-bit.png']) {
      const once = cleanLogo(readSample(name))
      const again = toKeptLogo(once.bytes)
      expect(again).toEqual(once)
      expect(openLogo(again!)).toEqual(openLogo(once))
    }
  })

  it('says how many rows it has, so that it is not printed coarse', () => {
    expect(openLogo(cleanLogo(makeGrey(20, 10, 0)))).toMatchObject({ ratio: 2, rows: 10 })
  })
})

describe('a file that cannot be a logo is refused in a sentence', () => {
  const colour = readSample('colour.png')
  const photo = readSample('colour.jpg')
  const bomb = new Uint8Array(40_000_000)
  const damaged = 'Logo: this picture is damaged, or a part of it is missing. Please choose the original file.'
  const pale = 'Logo: this picture would hardly be seen on white paper. Please choose the one made for white paper.'
  const notOne = 'Logo: this file is no PNG, JPEG or SVG picture. Please choose one that is.'

  test.each<[string, Uint8Array, string]>([
    ['nothing at all', new Uint8Array(), notOne],
    ['a text', text('logo.png'), notOne],
    ['a GIF', text('GIF89a\u0001\u0000\u0001\u0000'), notOne],
    ['a page of the web', text('<!doctype html><html><svg xmlns="http://www.w3.org/2000/svg"/></html>'), notOne],
    ['a PDF', text('%PDF-1.7'), notOne],
    [
      'a PNG without size',
      makePng({ width: 0, height: 9, rows: new Uint8Array(9) }),
      'Logo: this picture has no size. Please choose another one.',
    ],
    [
      'a PNG of 20,000 by 20,000 pixels',
      makePng({ width: 20_000, height: 20_000, rows: new Uint8Array(10) }),
      'Logo: this picture is 20000 × 20000 pixels, and a logo may have 16 million at most. Please choose a smaller one.',
    ],
    ['a PNG with more in it than it says', makePng({ width: 9, height: 9, rows: bomb }), damaged],
    [
      'an interlaced PNG with more in it than it says',
      makePng({ width: 9, height: 9, rows: bomb, isInterlaced: true }),
      damaged,
    ],
    ['a PNG with less in it than it says', makePng({ width: 9, height: 9, rows: new Uint8Array(30) }), damaged],
    ['a PNG with a changed byte', colour.map((byte, at) => (at === 60 ? byte ^ 4 : byte)), damaged],
    [
      'a PNG that moves',
      makePng({ width: 9, height: 9, rows: new Uint8Array(90), more: { acTL: new Uint8Array(8) } }),
      'Logo: this picture moves. Please choose one that stands still.',
    ],
    ['a white PNG', makeGrey(20, 20, 255), pale],
    ['a very light one', makeGrey(20, 20, 235), pale],
    ['a line', makeGrey(400, 2, 0), 'Logo: this picture is too long and thin to be seen. Please choose another one.'],
    ['a JPEG that ends with its head', photo.subarray(0, 100), damaged],
    [
      'a JPEG of no kind',
      photo.map((byte, at) => (at === photo.indexOf(0xc0) + 3 ? 12 : byte)),
      'Logo: this JPEG is of a rare kind. Please save it as PNG and choose that.',
    ],
  ])('%s', (_, bytes, sentence) => {
    expect(refusal(bytes)).toBe(sentence)
  })

  test.each(['colour.png', 'interlaced.png', '1-bit.png', 'colour.jpg', 'progressive.jpg', 'cmyk.jpg', 'grey.jpg'])(
    'wherever %s is cut off',
    (name) => {
      const whole = readSample(name)
      const said = Array.from({ length: whole.length - 1 }, (_, length) => refusal(whole.subarray(0, length + 1)))
      expect(new Set(said)).toEqual(new Set([notOne, damaged]))
    },
  )

  test('an SVG of more than a megabyte', () => {
    expect(refusal(makeSvg(`<path d="M0 0h9v9z"/><!--${'x'.repeat(1_000_000)}-->`))).toBe(
      'Logo: this SVG has more than 1 MB. Please save the logo as PNG and choose that.',
    )
  })

  test('an SVG of a script that comes after a long head', () => {
    expect(refusal(makeSvg('<script/>'))).toMatch(/holds a script/u)
  })
})

test('bytes that no logo could be kept as are no logo', () => {
  expect(toKeptLogo(readSample('colour.jpg'))).toBeNull()
  expect(toKeptLogo(text('nothing'))).toBeNull()
  expect(toKeptLogo(new Uint8Array(6_000_000).fill(60))).toBeNull()
})

test('a drawing stands in the PDF as lines and areas', () => {
  const { ratio, rows, object } = openLogo(cleanLogo(makeSvg('<rect x="10" y="20" width="80" height="40"/>')))
  expect([ratio, rows]).toEqual([2, undefined])
  expect(object.entries).toMatchObject({ Subtype: 'Form' })
  expect(inflateSync(object.packed).toString()).toContain('f')
})
