import {
  findTable,
  readOutline,
  writeHead,
  writeOutlines,
  writeTrueType,
  type TrueType,
} from '../../src/pdf/true-type.ts'
import { scaleOutline } from './scale-outline.ts'

// Places of 16-bit lengths in font units, by table: of the OpenType specification, the page of each.
const lengths = {
  head: [36, 38, 40, 42],
  hhea: [4, 6, 8, 10, 12, 14, 16],
  'OS/2': [2, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 68, 70, 72, 74, 76, 86, 88],
  post: [8, 10],
} as const
const places = { unitsPerEm: 18, glyphCount: 4 } as const

/** What does not change with the units. All others are left out: they place letters beside letters, which ours do themselves. */
const kept = ['cmap', 'gasp', 'maxp', 'name', 'prep'] as const

function scaleLengths(table: Buffer, lengthPlaces: Iterable<number>, scale: number): Buffer {
  const copy = Buffer.from(table)
  for (const place of lengthPlaces) copy.writeInt16BE(Math.round(copy.readInt16BE(place) * scale), place)
  return copy
}

/** The table hmtx is of nothing but lengths. */
function scaleMetrics(table: Buffer, scale: number): Buffer {
  const every = Array.from({ length: table.length / 2 }, (_, index) => index * 2)
  return scaleLengths(table, every, scale)
}

/**
 * The same font in fewer units to the em: its numbers are smaller, and so is what a PDF holds of it. Each point moves by
 * half a new unit at most.
 * @throws Error when a table is missing or a glyph is put together from others
 */
export function coarsenFont(font: TrueType, unitsPerEm: number): Buffer {
  const scale = unitsPerEm / findTable(font, 'head').readUInt16BE(places.unitsPerEm)
  const count = findTable(font, 'maxp').readUInt16BE(places.glyphCount)
  const outlines = Array.from({ length: count }, (_, glyph) => scaleOutline(readOutline(font, glyph), scale))
  const head = scaleLengths(writeHead(font), lengths.head, scale)
  head.writeUInt16BE(unitsPerEm, places.unitsPerEm)
  return writeTrueType(
    new Map([
      ...kept.map((tag) => [tag, findTable(font, tag)] as const),
      ...(['hhea', 'OS/2', 'post'] as const).map(
        (tag) => [tag, scaleLengths(findTable(font, tag), lengths[tag], scale)] as const,
      ),
      ...Object.entries(writeOutlines(outlines)),
      ['head', head],
      ['hmtx', scaleMetrics(findTable(font, 'hmtx'), scale)],
    ]),
  )
}
