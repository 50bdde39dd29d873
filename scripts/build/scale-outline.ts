// Of the OpenType specification, the page of the table glyf.
const boxEnd = 10
const flag = { isOnCurve: 0x01, repeats: 0x08, overlaps: 0x40 } as const
/** How the x or the y of a point is written: in one byte, and then whether it is more than 0, or else whether it is 0. */
const ways = { x: { short: 0x02, more: 0x10 }, y: { short: 0x04, more: 0x20 } } as const
type Way = (typeof ways)['x'] | (typeof ways)['y']

/** Numbers read one after another. */
type Reader = { readonly byte: () => number; readonly word: () => number }

function readFrom(bytes: Buffer, start: number): Reader {
  let at = start
  return {
    byte: () => bytes.readUInt8(at++),
    word: () => bytes.readInt16BE((at += 2) - 2),
  }
}

function readFlags({ byte }: Reader, count: number): number[] {
  const flags: number[] = []
  while (flags.length < count) {
    const each = byte()
    const times = 1 + (each & flag.repeats ? byte() : 0)
    flags.push(...Array.from({ length: times }, () => each))
  }
  return flags
}

/** Where each point is, on one axis; written as the way from the point before. */
function readPoints({ byte, word }: Reader, flags: readonly number[], { short, more }: Way): number[] {
  let place = 0
  return flags.map((each) => {
    if (each & short) place += each & more ? byte() : -byte()
    else if (!(each & more)) place += word()
    return place
  })
}

/** Points as bytes, and what the flag of each must say of them. */
function writePoints(points: readonly number[], { short, more }: Way) {
  const bytes: number[] = []
  const flags = points.map((point, index) => {
    const way = point - (points[index - 1] ?? 0)
    if (way === 0) return more
    if (Math.abs(way) < 0x100) {
      bytes.push(Math.abs(way))
      return way > 0 ? short | more : short
    }
    bytes.push((way >> 8) & 0xff, way & 0xff)
    return 0
  })
  return { bytes, flags }
}

/** A flag that comes again and again is written with how often. */
function writeFlags(flags: readonly number[]): number[] {
  const bytes: number[] = []
  for (let start = 0; start < flags.length;) {
    const each = flags[start] ?? 0
    let end = start + 1
    while (end < flags.length && flags[end] === each && end - start <= 0xff) end += 1
    const again = end - start - 1
    bytes.push(...(again > 1 ? [each | flag.repeats, again] : Array.from({ length: again + 1 }, () => each)))
    start = end
  }
  return bytes
}

/**
 * The outline of a glyph with its points `scale` times as far from its corner, in whole units; without hints.
 * @throws Error when it is put together from other glyphs
 */
export function scaleOutline(outline: Buffer, scale: number): Buffer {
  if (outline.length === 0) return outline
  const contours = outline.readInt16BE(0)
  if (contours < 0) throw new Error('a glyph is put together from others')
  const endsEnd = boxEnd + contours * 2
  const count = contours === 0 ? 0 : outline.readUInt16BE(endsEnd - 2) + 1
  const reader = readFrom(outline, endsEnd + 2 + outline.readUInt16BE(endsEnd))
  const flags = readFlags(reader, count)
  const read = (way: Way) => readPoints(reader, flags, way).map((place) => Math.round(place * scale))
  const [x, y] = [writePoints(read(ways.x), ways.x), writePoints(read(ways.y), ways.y)]
  // Strict readers, as the window's, want the mark of overlapping contours on the first point alone.
  const marks = (each: number, index: number) => each & (index === 0 ? flag.isOnCurve | flag.overlaps : flag.isOnCurve)
  const kept = flags.map((each, index) => marks(each, index) | (x.flags[index] ?? 0) | (y.flags[index] ?? 0))

  const head = Buffer.alloc(endsEnd + 2) // its last number, how long the hints are, stays 0
  outline.copy(head, 0, 0, endsEnd)
  for (let place = 2; place < boxEnd; place += 2)
    head.writeInt16BE(Math.round(outline.readInt16BE(place) * scale), place)
  return Buffer.concat([head, Buffer.from([...writeFlags(kept), ...x.bytes, ...y.bytes])])
}
