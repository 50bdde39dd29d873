import { findTable, readOutline, writeHead, writeOutlines, writeTrueType, type TrueType } from './true-type.ts'

/** A font of some glyphs only, and the old number of each new one. */
export type Subset = { readonly file: Buffer; readonly glyphs: readonly number[] }

// Of the OpenType specification, the pages of the tables glyf, hhea, hmtx, maxp.
const places = { metricsCount: 34, glyphCount: 4 } as const
const component = { words: 0x1, scale: 0x8, more: 0x20, scales: 0x40, matrix: 0x80 } as const

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

/**
 * A TrueType file of some glyphs, as a PDF embeds it: no names, no layout, only what draws them.
 * @param wanted glyph numbers, each once, the first of them 0; in the new font they are numbered from 0 in this order
 * @returns the file, and `wanted` with the glyphs added that others are put together from
 * @throws Error when a table is missing
 */
export function subsetTrueType(font: TrueType, wanted: readonly number[]): Subset {
  const glyphs = [...wanted]
  const { glyf, loca } = writeOutlines(collectOutlines(font, glyphs))
  const hints = ['cvt ', 'fpgm', 'prep'].flatMap((tag): [string, Buffer][] => {
    const table = font.get(tag)
    return table ? [[tag, table]] : []
  })
  const tables = new Map([
    ...hints,
    ['glyf', glyf],
    ['head', writeHead(font)],
    ['hhea', changeNumber(findTable(font, 'hhea'), places.metricsCount, glyphs.length)],
    ['hmtx', writeMetrics(font, glyphs)],
    ['loca', loca],
    ['maxp', changeNumber(findTable(font, 'maxp'), places.glyphCount, glyphs.length)],
  ])
  return { file: writeTrueType(tables), glyphs }
}
