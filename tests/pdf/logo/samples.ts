import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { cleanLogo } from '../../../src/pdf/logo/read-logo.ts'

/** A picture of the samples: red at the left and green at the right, 48 by 24 pixels. */
export function readSample(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(import.meta.dirname, 'samples', name)))
}

function makeChunk(name: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

type PngParts = {
  readonly width: number
  readonly height: number
  /** as it is before it is compressed */
  readonly rows: Uint8Array
  readonly isInterlaced?: boolean
  readonly more?: Readonly<Record<string, Uint8Array>>
}

/** A grey PNG of 8 bits that says of itself what it is told to. */
export function makePng({ width, height, rows, isInterlaced = false, more = {} }: PngParts): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, isInterlaced ? 1 : 0], 8)
  const others = Object.entries(more).map(([name, data]) => makeChunk(name, data))
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      makeChunk('IHDR', header),
      ...others,
      makeChunk('IDAT', deflateSync(rows)),
      makeChunk('IEND', new Uint8Array()),
    ]),
  )
}

/** A grey picture of one shade, from 0 to 255. */
export function makeGrey(width: number, height: number, shade: number): Uint8Array {
  const rows = new Uint8Array((width + 1) * height).fill(shade)
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0 // no filter
  return makePng({ width, height, rows })
}

/** A JPEG with a segment put in after its first two bytes. */
export function addSegment(jpeg: Uint8Array, marker: number, data: Uint8Array): Uint8Array {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)]))
}

/** What a camera writes of how it was held, from 1 to 8, and where it was. */
export function makeExif(orientation: number): Uint8Array {
  const exif = Buffer.alloc(34)
  exif.write('Exif\0\0MM\0*', 0, 'latin1')
  exif.writeUInt32BE(8, 10) // where the list begins, from "MM"
  exif.writeUInt16BE(1, 14)
  exif.writeUInt16BE(274, 16)
  exif.writeUInt16BE(3, 18)
  exif.writeUInt32BE(1, 20)
  exif.writeUInt16BE(orientation, 24)
  return Buffer.concat([exif, Buffer.from('GPS of the clinic')])
}

/** An SVG of 100 by 100 with `inside` in it. */
export function makeSvg(inside: string, attributes = 'viewBox="0 0 100 100"'): Uint8Array {
  return new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`)
}

/** Why a file is refused as a logo; "taken" for one that is not. */
export function refusal(bytes: Uint8Array): string {
  try {
    cleanLogo(bytes)
    return 'taken'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
