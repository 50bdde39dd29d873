import { tell } from '../../domain/message.ts'
import { decode } from 'jpeg-js'
import { refuseLogo } from '../../domain/logo.ts'
import { readJpegHeader } from './jpeg-header.ts'
import { damaged, refuseSize } from './picture-refusals.ts'
import { mostPixels, type ClearPixels } from './pixels.ts'

/** What a picture of the most pixels needs, with room to spare. */
const mostMegabytes = 700
/** A file could go over its picture so often that reading never ends. */
const mostScans = 64

/** Where in a picture the pixel comes from that shall stand at a place, for each way a camera was held. */
const turns: Readonly<Record<number, (x: number, y: number, right: number, bottom: number) => readonly number[]>> = {
  2: (x, y, right) => [right - x, y],
  3: (x, y, right, bottom) => [right - x, bottom - y],
  4: (x, y, _right, bottom) => [x, bottom - y],
  5: (x, y) => [y, x],
  6: (x, y, _right, bottom) => [y, bottom - x],
  7: (x, y, right, bottom) => [right - y, bottom - x],
  8: (x, y, right) => [right - y, x],
}

/** The picture upright. */
function turnUpright(picture: ClearPixels, orientation: number): ClearPixels {
  const turn = turns[orientation]
  if (!turn) return picture
  const isOnSide = orientation > 4
  const width = isOnSide ? picture.height : picture.width
  const height = isOnSide ? picture.width : picture.height
  const rgba = new Uint8Array(picture.rgba.length)
  for (let y = 0, to = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, to += 4) {
      const [column = 0, row = 0] = turn(x, y, picture.width - 1, picture.height - 1)
      const from = (row * picture.width + column) * 4
      rgba.set(picture.rgba.subarray(from, from + 4), to)
    }
  return { width, height, rgba }
}

/**
 * Reads a JPEG: grey, colour, or CMYK as its ink would look; upright, and without what a camera wrote into it.
 * @throws AppError bad-input for one that is too large, cut off, damaged or of a kind nobody makes
 */
export function readJpeg(bytes: Uint8Array): ClearPixels {
  const header = readJpegHeader(Buffer.from(bytes))
  if (!header) throw damaged()
  const { width, height, precision, components, scans, orientation } = header
  refuseSize(width, height, mostPixels)
  if (precision !== 8 || ![1, 3, 4].includes(components) || scans > mostScans) throw refuseLogo(tell('logo-rare-jpeg'))
  const limits = { maxResolutionInMP: mostPixels / 1e6, maxMemoryUsageInMB: mostMegabytes }
  try {
    const { data } = decode(bytes, { useTArray: true, tolerantDecoding: false, ...limits })
    return turnUpright({ width, height, rgba: data }, orientation)
  } catch {
    throw damaged()
  }
}
