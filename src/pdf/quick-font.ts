import { create, type Font } from 'fontkit'
import { indexKerning, type Kerning } from './kerning.ts'
import { readTrueType, type TrueType } from './true-type.ts'

/** A glyph and the characters it stands for; `advanceWidth` in units of its font. */
export type PlacedGlyph = { readonly id: number; readonly advanceWidth: number; readonly codePoints: readonly number[] }
/** How far a glyph stands from its own place, in units of its font. */
export type Shift = { readonly x: number; readonly y: number }
export type LaidOut = {
  readonly glyphs: readonly PlacedGlyph[]
  /** how much further than its width each glyph lets the next one stand, in units of the font */
  readonly kerns: readonly number[]
  /** absent where all stand on their own places */
  readonly shifts?: readonly Shift[]
}
/** Gives the width from one UTF-16 unit of a text to another, in thousandths of the type size, just as it is drawn. */
export type MeasureParts = (start: number, end: number) => number

/** A font of the paper. */
export type QuickFont = {
  readonly layOut: (text: string) => LaidOut
  readonly measureParts: (text: string) => MeasureParts
  readonly hasGlyph: (codePoint: number) => boolean
  /** every character it has */
  readonly characters: readonly number[]
  readonly tables: TrueType
  readonly metrics: FontMetrics
}

/** What a PDF says about a font, in thousandths of the type size. */
export type FontMetrics = {
  readonly name: string
  readonly box: readonly number[]
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly xHeight: number
  readonly italicAngle: number
  /** of the glyph for a character that is missing, in units of the font */
  readonly missingWidth: number
  /** thousandths of the type size in a unit of the font */
  readonly perThousand: number
}

// Scripts whose letters stand side by side as they are typed. All others are left to fontkit, which knows how to join them.
const plain =
  /^[\u0020-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u27bf\u3001-\u30ff\u3100-\u312f\u3200-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60]*$/u

function measureFont(font: Font): FontMetrics {
  const scale = 1000 / font.unitsPerEm
  const { minX, minY, maxX, maxY } = font.bbox
  return {
    name: font.postscriptName,
    box: [minX, minY, maxX, maxY].map((edge) => edge * scale),
    ascent: font.ascent * scale,
    descent: font.descent * scale,
    capHeight: font.capHeight * scale,
    xHeight: font.xHeight * scale,
    italicAngle: font.italicAngle,
    missingWidth: font.getGlyph(0).advanceWidth,
    perThousand: scale,
  }
}

function shape(font: Font, text: string): LaidOut {
  const { glyphs, positions } = font.layout(text)
  return {
    glyphs,
    kerns: positions.map(({ xAdvance }, index) => xAdvance - (glyphs[index]?.advanceWidth ?? 0)),
    shifts: positions.map(({ xOffset, yOffset }) => ({ x: xOffset, y: yOffset })),
  }
}

/** Of characters up to U+FFFF each has its place; a list with holes would be slow. */
const placesOfGlyphs = 0x1_00_00

/**
 * Opens a font that lays plain text out letter by letter, with kerning measured beforehand: several times as fast as
 * shaping it, and all that Latin letters and Chinese characters need. It keeps letters, never a text.
 * @throws Error when `bytes` are not one TrueType font
 */
export function openQuickFont(bytes: Buffer, kerning: Kerning): QuickFont {
  const font = create(bytes)
  if ('fonts' in font) throw new Error('a collection, not a font')
  const findKern = indexKerning(kerning)
  const known = Array.from<PlacedGlyph | undefined>({ length: placesOfGlyphs })
  const openGlyph = (codePoint: number): PlacedGlyph => {
    const { id, advanceWidth } = font.glyphForCodePoint(codePoint)
    const glyph = { id, advanceWidth, codePoints: [codePoint] }
    if (codePoint < placesOfGlyphs) known[codePoint] = glyph
    return glyph
  }
  const findGlyph = (codePoint: number): PlacedGlyph => known[codePoint] ?? openGlyph(codePoint)

  // Plain text has no characters of two units.
  const layOutPlain = (text: string): LaidOut => {
    const [glyphs, kerns]: [PlacedGlyph[], number[]] = [[], []]
    for (let at = 0; at < text.length; at += 1) {
      glyphs.push(findGlyph(text.charCodeAt(at)))
      kerns.push(at + 1 < text.length ? findKern(text.charCodeAt(at), text.charCodeAt(at + 1)) : 0)
    }
    return { glyphs, kerns }
  }

  const metrics = measureFont(font)
  const measurePlain = (text: string): MeasureParts => {
    const ends = new Float64Array(text.length + 1)
    const kerns = new Float64Array(text.length + 1)
    for (let at = 0; at < text.length; at += 1) {
      const kern = at === 0 ? 0 : findKern(text.charCodeAt(at - 1), text.charCodeAt(at))
      kerns[at] = kern
      ends[at + 1] = (ends[at] ?? 0) + kern + findGlyph(text.charCodeAt(at)).advanceWidth
    }
    // Of the kerning only that between its own letters counts.
    return (start, end) =>
      end <= start ? 0 : ((ends[end] ?? 0) - (ends[start] ?? 0) - (kerns[start] ?? 0)) * metrics.perThousand
  }

  const measureShaped = (text: string): number =>
    font.layout(text).positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) * metrics.perThousand

  return {
    layOut: (text) => (plain.test(text) ? layOutPlain(text) : shape(font, text)),
    measureParts: (text) =>
      plain.test(text) ? measurePlain(text) : (start, end) => measureShaped(text.slice(start, end)),
    hasGlyph: (codePoint) => findGlyph(codePoint).id !== 0,
    characters: font.characterSet,
    tables: readTrueType(bytes),
    metrics,
  }
}
