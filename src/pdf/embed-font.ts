import { deflateSync } from 'node:zlib'
import type { QuickFont, PlacedGlyph } from './quick-font.ts'
import { subsetTrueType } from './subset-true-type.ts'

/** A font of one document, of which only the glyphs that were drawn are embedded. */
export type EmbeddedFont = {
  /** how the page calls it */
  readonly name: string
  readonly ref: PDFKit.PDFKitReference
  /** the code of a glyph in this document, as four hex digits */
  readonly encode: (glyph: PlacedGlyph) => string
  /** writes the font; nothing can be encoded afterwards */
  readonly finish: () => void
}

type Drawn = { readonly code: string; readonly glyph: PlacedGlyph }

const toHex = (code: number) => code.toString(16).padStart(4, '0')

function toUtf16(codePoints: readonly number[]): string {
  return Array.from(String.fromCodePoint(...codePoints), (letter) =>
    Array.from({ length: letter.length }, (_, index) => toHex(letter.charCodeAt(index))).join(''),
  ).join('')
}

/** Says which characters each code stands for, so that text can be searched, copied and read aloud: PDF 32000-1, 9.10.3. */
function writeToUnicode(codePoints: readonly (readonly number[])[]): string {
  const portions = Array.from({ length: Math.ceil(codePoints.length / 100) }, (_, portion) => {
    const start = portion * 100
    const lines = codePoints
      .slice(start, start + 100)
      .map((each, index) => `<${toHex(start + index)}> <${toUtf16(each)}>`)
    return `${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar`
  })
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${portions.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

/** Compressed subsets by the glyphs in them: the next sheet is often of the same ones. No text is kept. */
const subsetsAtMost = 64
const subsets = new WeakMap<QuickFont, Map<string, { readonly packed: Buffer; readonly length: number }>>()

function packSubset(font: QuickFont, glyphs: readonly number[]) {
  const known = subsets.get(font) ?? new Map<string, { packed: Buffer; length: number }>()
  subsets.set(font, known)
  const key = glyphs.join(' ')
  const kept = known.get(key)
  if (kept) return kept
  const { file } = subsetTrueType(font.tables, glyphs)
  const made = { packed: deflateSync(file), length: file.length }
  const [oldest] = known.keys()
  if (oldest !== undefined && known.size >= subsetsAtMost) known.delete(oldest)
  known.set(key, made)
  return made
}

function describeFont(font: QuickFont, tag: string, file: PDFKit.PDFKitReference) {
  const { metrics } = font
  return {
    Type: 'FontDescriptor',
    FontName: `${tag}+${metrics.name}`,
    Flags: 4, // symbolic: its codes are its own
    FontBBox: metrics.box,
    ItalicAngle: metrics.italicAngle,
    Ascent: metrics.ascent,
    Descent: metrics.descent,
    CapHeight: metrics.capHeight,
    XHeight: metrics.xHeight,
    StemV: 0,
    FontFile2: file,
  }
}

/**
 * Prepares a font for a document: PDF 32000-1, 9.7 (composite fonts) and 9.9 (embedded font programs).
 * @param name how pages call it, such as "F1"
 * @param tag six capital letters before the font's own name, which mark it as a subset
 */
export function embedFont(doc: PDFKit.PDFDocument, font: QuickFont, name: string, tag: string): EmbeddedFont {
  const ref = doc.ref({})
  const missing: PlacedGlyph = { id: 0, advanceWidth: font.metrics.missingWidth, codePoints: [0] }
  const drawn = new Map<number, Drawn>([[0, { code: toHex(0), glyph: missing }]])

  const addObject = (data: object, content?: string): PDFKit.PDFKitReference => {
    const object = doc.ref(data)
    object.end(content)
    return object
  }
  return {
    name,
    ref,
    encode: (glyph) => {
      const known = drawn.get(glyph.id)
      if (known) return known.code
      const code = toHex(drawn.size)
      drawn.set(glyph.id, { code, glyph })
      return code
    },
    finish: () => {
      const glyphs = [...drawn.values()].map(({ glyph }) => glyph)
      const { packed, length } = packSubset(font, [...drawn.keys()])
      const file = doc.ref({ Filter: 'FlateDecode', Length1: length })
      file.end(packed)
      const descriptor = describeFont(font, tag, file)
      const descendant = {
        Type: 'Font',
        Subtype: 'CIDFontType2',
        BaseFont: descriptor.FontName,
        // Strings, not names: pdfkit writes a String object as text in brackets.
        CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
        FontDescriptor: addObject(descriptor),
        W: [0, glyphs.map(({ advanceWidth }) => advanceWidth * font.metrics.perThousand)],
        CIDToGIDMap: 'Identity',
      }
      Object.assign(ref.data, {
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: descriptor.FontName,
        Encoding: 'Identity-H',
        DescendantFonts: [addObject(descendant)],
        ToUnicode: addObject({}, writeToUnicode(glyphs.map(({ codePoints }) => codePoints))),
      })
      ref.end('')
    },
  }
}
