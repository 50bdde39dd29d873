import { create, type Font } from 'fontkit'
import type { Kerning } from './kerning.ts'
import { readTrueType, type TrueType } from './true-type.ts'

/** A glyph and the characters it stands for; `advanceWidth` in units of its font. */
export type PlacedGlyph = { readonly id: number; readonly advanceWidth: number; readonly codePoints: readonly number[] }
/** Where a glyph goes: the way to the next one, and how far it stands from its own place, in units of its font. */
export type GlyphPlace = { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }
export type LaidOut = { readonly glyphs: readonly PlacedGlyph[]; readonly places: readonly GlyphPlace[] }

/** A font of the paper. */
export type QuickFont = {
  readonly layOut: (text: string) => LaidOut
  /** the width of a text in thousandths of the type size, just as it is drawn */
  readonly measure: (text: string) => number
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
  return { glyphs, places: positions }
}

/**
 * Opens a font that lays plain text out letter by letter, with kerning measured beforehand: several times as fast as
 * shaping it, and all that Latin letters and Chinese characters need. It keeps letters, never a text.
 * @throws Error when `bytes` are not one TrueType font
 */
export function openQuickFont(bytes: Buffer, kerning: Kerning): QuickFont {
  const font = create(bytes)
  if ('fonts' in font) throw new Error('a collection, not a font')
  const known = new Map<number, PlacedGlyph>()
  const findGlyph = (codePoint: number): PlacedGlyph => {
    const found = known.get(codePoint)
    if (found) return found
    const { id, advanceWidth } = font.glyphForCodePoint(codePoint)
    const glyph = { id, advanceWidth, codePoints: [codePoint] }
    known.set(codePoint, glyph)
    return glyph
  }

  const layOutPlain = (text: string): LaidOut => {
    const letters = Array.from(text)
    const glyphs = letters.map((letter) => findGlyph(letter.codePointAt(0) ?? 0))
    const places = glyphs.map(({ advanceWidth }, index) => {
      const kern = kerning.get(`${letters[index]}${letters[index + 1]}`) ?? 0
      return { xAdvance: advanceWidth + kern, xOffset: 0, yOffset: 0 }
    })
    return { glyphs, places }
  }

  const measurePlain = (text: string): number => {
    let width = 0
    let before = ''
    for (const letter of text) {
      width += findGlyph(letter.codePointAt(0) ?? 0).advanceWidth + (kerning.get(before + letter) ?? 0)
      before = letter
    }
    return width
  }

  const measureShaped = (text: string): number =>
    shape(font, text).places.reduce((sum, { xAdvance }) => sum + xAdvance, 0)

  const metrics = measureFont(font)
  return {
    layOut: (text) => (plain.test(text) ? layOutPlain(text) : shape(font, text)),
    measure: (text) => (plain.test(text) ? measurePlain(text) : measureShaped(text)) * metrics.perThousand,
    hasGlyph: (codePoint) => findGlyph(codePoint).id !== 0,
    characters: font.characterSet,
    tables: readTrueType(bytes),
    metrics,
  }
}
