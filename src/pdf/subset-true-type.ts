/** Tables of a TrueType file, by tag. */
export type TrueType = ReadonlyMap<string, Buffer>

/** A font of some glyphs only, and the old number of each new one. */
export type Subset = { readonly file: Buffer; readonly glyphs: readonly number[] }

// Of the OpenType specification, section "Font file" and the pages of the tables glyf, head, hhea, hmtx, loca, maxp.
const recordSize = 16
const headerSize = 12
const longLoca = 1
const places = { locaFormat: 50, checksumAdjustment: 8, metricsCount: 34, glyphCount: 4 } as const
const component = { words: 0x1, scale: 0x8, more: 0x20, scales: 0x40, matrix: 0x80 } as const

/** Reads the directory of a TrueType file; the tables stay where they are in `bytes`. */
export function readTrueType(bytes: Buffer): TrueType {
  return new Map(
    Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => {
      const record = headerSize + index * recordSize
      const start = bytes.readUInt32BE(record + 8)
      const table = bytes.subarray(start, start + bytes.readUInt32BE(record + 12))
      return [bytes.toString('latin1', record, record + 4), table]
    }),
  )
}

function findTable(font: TrueType, tag: string): Buffer {
  const table = font.get(tag)
  if (!table) throw new Error(`it has no table "${tag}"`)
  return table
}

function readOutline(font: TrueType, glyph: number): Buffer {
  const loca = findTable(font, 'loca')
  const isLong = findTable(font, 'head').readInt16BE(places.locaFormat) === longLoca
  const offset = (index: number) => (isLong ? loca.readUInt32BE(index * 4) : loca.readUInt16BE(index * 2) * 2)
  return findTable(font, 'glyf').subarray(offset(glyph), offset(glyph + 1))
}

/** Where an outline names the glyphs it is put together from; none where it has contours of its own. */
function listComponents(outline: Buffer): number[] {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return []
  const found: number[] = []
  let at = 10
  for (let flags: number = component.more; (flags & component.more) !== 0;) {
    flags = outline.readUInt16BE(at)
    found.push(at + 2)
    const shift = flags & component.words ? 4 : 2
    const form = flags & component.scale ? 2 : flags & component.scales ? 4 : flags & component.matrix ? 8 : 0
    at += 4 + shift + form
  }
  return found
}

function alignTo4(length: number): number {
  return Math.ceil(length / 4) * 4
}

/** The outlines of `glyphs`, which grows by those that others are put together from. */
function collectOutlines(font: TrueType, glyphs: number[]): Buffer[] {
  const newNumbers = new Map(glyphs.map((glyph, index) => [glyph, index]))
  const number = (glyph: number): number => {
    const known = newNumbers.get(glyph)
    if (known !== undefined) return known
    newNumbers.set(glyph, glyphs.length)
    return glyphs.push(glyph) - 1
  }
  const outlines: Buffer[] = []
  for (let index = 0; index < glyphs.length; index += 1) {
    const outline = readOutline(font, glyphs[index] ?? 0)
    const parts = listComponents(outline)
    const copy = parts.length === 0 ? outline : Buffer.from(outline)
    for (const place of parts) copy.writeUInt16BE(number(copy.readUInt16BE(place)), place)
    outlines.push(copy)
  }
  return outlines
}

function writeGlyphs(outlines: readonly Buffer[]): { glyf: Buffer; loca: Buffer } {
  const loca = Buffer.alloc((outlines.length + 1) * 4)
  let end = 0
  outlines.forEach((outline, index) => {
    end += alignTo4(outline.length)
    loca.writeUInt32BE(end, (index + 1) * 4)
  })
  const glyf = Buffer.alloc(end)
  outlines.forEach((outline, index) => outline.copy(glyf, loca.readUInt32BE(index * 4)))
  return { glyf, loca }
}

function writeMetrics(font: TrueType, glyphs: readonly number[]): Buffer {
  const hmtx = findTable(font, 'hmtx')
  const last = findTable(font, 'hhea').readUInt16BE(places.metricsCount) - 1
  const metrics = Buffer.alloc(glyphs.length * 4)
  glyphs.forEach((glyph, index) => {
    metrics.writeUInt16BE(hmtx.readUInt16BE(Math.min(glyph, last) * 4), index * 4)
    const bearing = glyph <= last ? glyph * 4 + 2 : (last + 1) * 4 + (glyph - last - 1) * 2
    metrics.writeInt16BE(hmtx.readInt16BE(bearing), index * 4 + 2)
  })
  return metrics
}

function changeNumber(table: Buffer, place: number, value: number): Buffer {
  const copy = Buffer.from(table)
  copy.writeUInt16BE(value, place)
  return copy
}

function sumUp(bytes: Buffer): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0
  return sum
}

function writeFile(tables: readonly (readonly [tag: string, table: Buffer])[]): Buffer {
  const power = Math.floor(Math.log2(tables.length))
  let end = headerSize + tables.length * recordSize
  const file = Buffer.alloc(end + tables.reduce((sum, [, table]) => sum + alignTo4(table.length), 0))
  file.writeUInt32BE(0x0001_0000, 0)
  file.writeUInt16BE(tables.length, 4)
  file.writeUInt16BE(2 ** power * recordSize, 6)
  file.writeUInt16BE(power, 8)
  file.writeUInt16BE((tables.length - 2 ** power) * recordSize, 10)
  tables.forEach(([tag, table], index) => {
    const record = headerSize + index * recordSize
    table.copy(file, end)
    file.write(tag, record, 'latin1')
    file.writeUInt32BE(sumUp(file.subarray(end, end + alignTo4(table.length))), record + 4)
    file.writeUInt32BE(end, record + 8)
    file.writeUInt32BE(table.length, record + 12)
    end += alignTo4(table.length)
  })
  return file
}

/**
 * A TrueType file of some glyphs, as a PDF embeds it: no names, no layout, only what draws them.
 * @param wanted glyph numbers, each once, the first of them 0; in the new font they are numbered from 0 in this order
 * @returns the file, and `wanted` with the glyphs added that others are put together from
 * @throws Error when a table is missing
 */
export function subsetTrueType(font: TrueType, wanted: readonly number[]): Subset {
  const glyphs = [...wanted]
  const { glyf, loca } = writeGlyphs(collectOutlines(font, glyphs))
  const head = changeNumber(findTable(font, 'head'), places.locaFormat, longLoca)
  head.writeUInt32BE(0, places.checksumAdjustment)
  const drawn: [string, Buffer][] = [
    ['glyf', glyf],
    ['head', head],
    ['hhea', changeNumber(findTable(font, 'hhea'), places.metricsCount, glyphs.length)],
    ['hmtx', writeMetrics(font, glyphs)],
    ['loca', loca],
    ['maxp', changeNumber(findTable(font, 'maxp'), places.glyphCount, glyphs.length)],
  ]
  const hints = ['cvt ', 'fpgm', 'prep'].flatMap((tag): [string, Buffer][] => {
    const table = font.get(tag)
    return table ? [[tag, table]] : []
  })
  return { file: writeFile([...hints, ...drawn].toSorted(([a], [b]) => (a < b ? -1 : 1))), glyphs }
}
