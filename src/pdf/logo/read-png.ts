import { tell } from '../../domain/message.ts'
import { inflateSync } from 'node:zlib'
import { PNG } from 'pngjs'
import { refuseLogo } from '../../domain/logo.ts'
import { damaged, refuseSize } from './picture-refusals.ts'
import { mostPixels, type ClearPixels } from './pixels.ts'

type Chunk = { readonly name: string; readonly data: Buffer }

/** The chunks of a PNG (ISO 15948, 5.3), as far as there are any. */
function listChunks(file: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = 8; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at)
    const data = file.subarray(at + 8, at + 8 + length)
    chunks.push({ name: file.toString('latin1', at + 4, at + 8), data })
    at += 12 + length
  }
  return chunks
}

const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Where the pixels of each pass of an interlaced picture begin, and how far they are apart (ISO 15948, 8.2). */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** Bytes that all rows of a picture take, each with the mark of its filter. */
function measureRows(width: number, height: number, bitsPerPixel: number, isInterlaced: boolean): number {
  const measure = (across: number, down: number) =>
    across === 0 || down === 0 ? 0 : (1 + Math.ceil((across * bitsPerPixel) / 8)) * down
  if (!isInterlaced) return measure(width, height)
  return passes.reduce((sum, [x, y, stepX, stepY]) => {
    const count = (size: number, start: number, step: number) => Math.max(0, Math.ceil((size - start) / step))
    return sum + measure(count(width, x, stepX), count(height, y, stepY))
  }, 0)
}

/** What is compressed must be what the picture says it has: a bomb is found before memory is full. */
function checkRows(idat: readonly Buffer[], bytes: number): void {
  try {
    if (inflateSync(Buffer.concat(idat), { maxOutputLength: bytes }).length === bytes) return
  } catch {
    // It is more than that, or cannot be unpacked.
  }
  throw damaged()
}

/** Reads a PNG of any kind. @throws AppError bad-input for one that is too large, cut off or damaged */
export function readPng(bytes: Uint8Array): ClearPixels {
  const file = Buffer.from(bytes)
  const chunks = listChunks(file)
  const header = chunks[0]?.data
  if (chunks[0]?.name !== 'IHDR' || header?.length !== 13) throw damaged()
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const bitsPerPixel = (channels[header[9] ?? 1] ?? 0) * (header[8] ?? 0)
  refuseSize(width, height, mostPixels)
  if (bitsPerPixel === 0 || chunks.at(-1)?.name !== 'IEND') throw damaged()
  if (chunks.some(({ name }) => name === 'acTL')) throw refuseLogo(tell('logo-moves'))
  const idat = chunks.flatMap(({ name, data }) => (name === 'IDAT' ? [data] : []))
  checkRows(idat, measureRows(width, height, bitsPerPixel, header[12] === 1))
  try {
    const { data } = PNG.sync.read(file)
    return { width, height, rgba: data }
  } catch {
    throw damaged()
  }
}
