import type { Font, Glyph, GlyphPosition, GlyphRun } from 'fontkit'
import type { Kerning } from './kerning.ts'

/** A font of the paper. */
export type QuickFont = {
  /** what pdfkit draws with and embeds */
  readonly font: Font
  /** the width of a text in thousandths of the type size, just as pdfkit draws it */
  readonly measure: (text: string) => number
  readonly hasGlyph: (codePoint: number) => boolean
}

// Scripts whose letters stand side by side as they are typed. All others are left to fontkit, which knows how to join them.
const plain =
  /^[\u0020-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u27bf\u3001-\u30ff\u3100-\u312f\u3200-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60]*$/u

type PlainGlyph = Pick<Glyph, 'id' | 'advanceWidth' | 'codePoints'>

/**
 * A font that lays plain text out letter by letter, with kerning measured beforehand: five times as fast as shaping
 * it, and all that Latin letters and Chinese characters need. It keeps letters, never a text.
 */
export function makeQuickFont(font: Font, kerning: Kerning): QuickFont {
  const glyphs = new Map<number, PlainGlyph>()
  const findGlyph = (codePoint: number): PlainGlyph => {
    const known = glyphs.get(codePoint)
    if (known) return known
    const { id, advanceWidth } = font.glyphForCodePoint(codePoint)
    const glyph = { id, advanceWidth, codePoints: [codePoint] }
    glyphs.set(codePoint, glyph)
    return glyph
  }

  const layOutPlain = (text: string) => {
    const found: PlainGlyph[] = []
    const positions: GlyphPosition[] = []
    let advanceWidth = 0
    let before = ''
    for (const letter of text) {
      const glyph = findGlyph(letter.codePointAt(0) ?? 0)
      const kern = kerning.get(before + letter) ?? 0
      const last = positions.at(-1)
      if (last) last.xAdvance += kern
      found.push(glyph)
      positions.push({ xAdvance: glyph.advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 })
      advanceWidth += kern + glyph.advanceWidth
      before = letter
    }
    return { glyphs: found, positions, advanceWidth }
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

  // pdfkit lays out a word at a time, with the space after it.
  const measureShaped = (text: string): number =>
    text.split(/(?<=[ \t])/u).reduce((sum, word) => sum + font.layout(word).advanceWidth, 0)

  const layout = (text: string, ...how: unknown[]) =>
    how.some((each) => each !== undefined) || !plain.test(text)
      ? font.layout(text, ...(how as [])) // reason: whatever was asked for is handed on
      : (layOutPlain(text) as unknown as GlyphRun) // reason: of a run pdfkit reads just these members

  const perThousand = 1000 / font.unitsPerEm
  return {
    font: Object.create(font, { layout: { value: layout } }) as Font, // reason: the same font but for one member
    measure: (text) => (plain.test(text) ? measurePlain(text) : measureShaped(text)) * perThousand,
    hasGlyph: (codePoint) => findGlyph(codePoint).id !== 0,
  }
}
