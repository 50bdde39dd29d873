// Of the OpenType specification, section "Font file" and the pages of the tables head and loca.
const recordSize = 16
const headerSize = 12
const longLoca = 1
const locaFormat = 50
const checksumAdjustment = 8

/** Tables of a TrueType file, by tag. */
export type TrueType = ReadonlyMap<string, Buffer>

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

/** @throws Error when the font has no such table */
export function findTable(font: TrueType, tag: string): Buffer {
  const table = font.get(tag)
  if (!table) throw new Error(`it has no table "${tag}"`)
  return table
}

/** What draws a glyph; nothing for one that is blank. */
export function readOutline(font: TrueType, glyph: number): Buffer {
  const loca = findTable(font, 'loca')
  const isLong = findTable(font, 'head').readInt16BE(locaFormat) === longLoca
  const offset = (index: number) => (isLong ? loca.readUInt32BE(index * 4) : loca.readUInt16BE(index * 2) * 2)
  return findTable(font, 'glyf').subarray(offset(glyph), offset(glyph + 1))
}

function alignTo4(length: number): number {
  return Math.ceil(length / 4) * 4
}

/** Outlines one after another, and where each begins; `head` must say the places are long. */
export function writeOutlines(outlines: readonly Buffer[]): { readonly glyf: Buffer; readonly loca: Buffer } {
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

/** The table `head` for outlines as `writeOutlines` writes them. */
export function writeHead(font: TrueType): Buffer {
  const head = Buffer.from(findTable(font, 'head'))
  head.writeUInt16BE(longLoca, locaFormat)
  head.writeUInt32BE(0, checksumAdjustment)
  return head
}

function sumUp(bytes: Buffer): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0
  return sum
}

/** A TrueType file of these tables. */
export function writeTrueType(font: TrueType): Buffer {
  const tables = [...font].toSorted(([a], [b]) => (a < b ? -1 : 1))
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
