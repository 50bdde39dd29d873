import { deflateSync } from 'node:zlib'
import type { QuickFont, PlacedGlyph } from './quick-font.ts'
import { pointTo, type ObjectPacker, type Reference } from './pack-objects.ts'
import { subsetTrueType } from './subset-true-type.ts'

/** A font of one document, of which only the glyphs that were drawn are embedded. */
export type EmbeddedFont = {
  /** how the page calls it */
  readonly name: string
  readonly ref: PDFKit.PDFKitReference
  /** the code of a glyph in this document, as it stands in a string of a page: two bytes, each a character */
  readonly encode: (glyph: PlacedGlyph) => string
  /**
   * What `write` gives, or gave for an earlier document: of that only what has none but usual characters is kept.
   * @param key for words of the library alone
   */
  readonly recall: (key: string, write: () => string) => string
  /** writes the font; nothing can be encoded afterwards */
  readonly finish: () => void
}

type Drawn = { readonly code: string; readonly glyph: PlacedGlyph }

// Characters that mean something else in a string: PDF 32000-1, 7.3.4.2.
const escapes: Readonly<Record<string, string>> = {
  '(': String.raw`\(`,
  ')': String.raw`\)`,
  '\\': String.raw`\\`,
  '\r': String.raw`\r`,
  '\n': String.raw`\n`,
}
const toByte = (byte: number) => {
  const character = String.fromCharCode(byte)
  return escapes[character] ?? character
}
const toCode = (code: number) => toByte(code >> 8) + toByte(code & 0xff)

const toHex = (code: number) => code.toString(16).padStart(4, '0')

function toUtf16(codePoints: readonly number[]): string {
  const [only] = codePoints
  if (codePoints.length === 1 && only !== undefined && only <= 0xff_ff) return toHex(only)
  const text = String.fromCodePoint(...codePoints)
  return Array.from({ length: text.length }, (_, index) => toHex(text.charCodeAt(index))).join('')
}

// A range ends within 256 codes and has at most 100: Adobe Technical Note 5014 and 5411.
const rangeLength = 64

/** Says which characters each code stands for, so that text can be searched, copied and read aloud: PDF 32000-1, 9.10.3. */
function writeToUnicode(codePoints: readonly (readonly number[])[]): string {
  const ranges = Array.from({ length: Math.ceil(codePoints.length / rangeLength) }, (_, index) => {
    const start = index * rangeLength
    const characters = codePoints.slice(start, start + rangeLength)
    const last = start + characters.length - 1
    return `<${toHex(start)}> <${toHex(last)}> [${characters.map((each) => `<${toUtf16(each)}>`).join('')}]`
  })
  const portions = Array.from({ length: Math.ceil(ranges.length / 100) }, (_, portion) => {
    const lines = ranges.slice(portion * 100, portion * 100 + 100)
    return `${lines.length} beginbfrange\n${lines.join('\n')}\nendbfrange`
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

/** What a PDF says of the glyphs of a font, in the order of their codes. */
type Program = {
  /** the font of these glyphs, compressed */
  readonly file: Buffer
  readonly fileLength: number
  readonly widths: string
  /** which characters the codes stand for, compressed */
  readonly toUnicode: Buffer
}

function makeProgram(font: QuickFont, glyphs: readonly PlacedGlyph[]): Program {
  const { file } = subsetTrueType(
    font.tables,
    glyphs.map(({ id }) => id),
  )
  return {
    file: deflateSync(file),
    fileLength: file.length,
    widths: glyphs.map(({ advanceWidth }) => round(advanceWidth * font.metrics.perThousand)).join(' '),
    toUnicode: deflateSync(writeToUnicode(glyphs.map(({ codePoints }) => codePoints))),
  }
}

const round = (number: number): number => Math.round(number * 1000) / 1000

/** The glyphs every document begins a font with, what is written of a font that has no others, and texts written with these. */
type Start = {
  readonly drawn: ReadonlyMap<number, Drawn>
  readonly program: Program
  readonly written: Map<string, string>
}

// By the font and the characters it starts with: the same few for all documents.
const starts = new WeakMap<QuickFont, Map<string, Start>>()

function openStart(font: QuickFont, characters: string): Start {
  const known = starts.get(font) ?? new Map<string, Start>()
  starts.set(font, known)
  const found = known.get(characters)
  if (found) return found
  const missing: PlacedGlyph = { id: 0, advanceWidth: font.metrics.missingWidth, codePoints: [0] }
  const glyphs = [missing, ...font.layOut(characters).glyphs]
  const drawn = new Map(glyphs.map((glyph, code) => [glyph.id, { code: toCode(code), glyph }]))
  const start = { drawn, program: makeProgram(font, glyphs), written: new Map<string, string>() }
  known.set(characters, start)
  return start
}

function describeFont({ metrics }: QuickFont, name: string, file: Reference): string {
  // Symbolic (4): its codes are its own.
  return `<</Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [${metrics.box.map(round).join(' ')}] /ItalicAngle ${round(metrics.italicAngle)} /Ascent ${round(metrics.ascent)} /Descent ${round(metrics.descent)} /CapHeight ${round(metrics.capHeight)} /XHeight ${round(metrics.xHeight)} /StemV 0 /FontFile2 ${pointTo(file)}>>`
}

/** How a document calls a font: `name` on its pages, such as "F1"; `tag`, six capital letters, before the font's own name. */
export type FontMark = { readonly name: string; readonly tag: string }

/**
 * Prepares a font for a document: PDF 32000-1, 9.7 (composite fonts) and 9.9 (embedded font programs).
 * @param characters what it is embedded with in any case: a document that draws nothing else costs no time
 */
export function embedFont(
  doc: PDFKit.PDFDocument,
  packer: ObjectPacker,
  font: QuickFont,
  { name, tag }: FontMark,
  characters: string,
): EmbeddedFont {
  const ref = doc.ref({})
  const start = openStart(font, characters)
  const drawn = new Map(start.drawn)
  let areAllUsual = true // of what was encoded since a text began

  const addStream = (data: object, packed: Buffer): Reference => {
    const object = doc.ref({ ...data, Filter: 'FlateDecode' })
    object.end(packed)
    return object
  }
  const addObject = (body: string): Reference => {
    const object = packer.reserve()
    packer.add(object, body)
    return object
  }
  return {
    name,
    ref,
    encode: (glyph) => {
      const usual = start.drawn.get(glyph.id)
      if (usual) return usual.code
      areAllUsual = false
      const known = drawn.get(glyph.id)
      if (known) return known.code
      const code = toCode(drawn.size)
      drawn.set(glyph.id, { code, glyph })
      return code
    },
    recall: (key, write) => {
      const known = start.written.get(key)
      if (known !== undefined) return known
      areAllUsual = true
      const written = write()
      if (areAllUsual) start.written.set(key, written)
      return written
    },
    finish: () => {
      const isStart = drawn.size === start.drawn.size
      const glyphs = Array.from(drawn.values(), ({ glyph }) => glyph)
      const program = isStart ? start.program : makeProgram(font, glyphs)
      const fullName = `${tag}+${font.metrics.name}`
      const file = addStream({ Length1: program.fileLength }, program.file)
      const descriptor = addObject(describeFont(font, fullName, file))
      const descendant = addObject(
        `<</Type /Font /Subtype /CIDFontType2 /BaseFont /${fullName} /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor ${pointTo(descriptor)} /W [0 [${program.widths}]] /CIDToGIDMap /Identity>>`,
      )
      const toUnicode = addStream({}, program.toUnicode)
      packer.add(
        ref,
        `<</Type /Font /Subtype /Type0 /BaseFont /${fullName} /Encoding /Identity-H /DescendantFonts [${pointTo(descendant)}] /ToUnicode ${pointTo(toUnicode)}>>`,
      )
    },
  }
}
