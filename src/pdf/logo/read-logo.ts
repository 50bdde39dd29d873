import { tell } from '../../domain/message.ts'
import { deflateSync } from 'node:zlib'
import { PNG } from 'pngjs'
import { findLogoType, mostSvgBytes, notALogo, refuseLogo, type KeptLogo } from '../../domain/logo.ts'
import { tooPale } from './picture-refusals.ts'
import { findDarkest, isGrey, layOnPaper, shrinkPixels, trimPixels, type Pixels } from './pixels.ts'
import { readJpeg } from './read-jpeg.ts'
import { readPng } from './read-png.ts'
import { palest, readSvg } from './read-svg.ts'
import { noResources, type XObject } from './x-object.ts'

/** A logo ready to be put on paper. */
export type Logo = {
  /** times as wide as it is high */
  readonly ratio: number
  /** pixels from top to bottom; undefined for a drawing, which is sharp at any size */
  readonly rows?: number
  readonly object: XObject
}

/** Most that one side may be longer than the other: beyond it a logo is a line. */
const mostRatio = 16

function checkRatio(width: number, height: number): number {
  const ratio = width / height
  if (ratio > mostRatio || ratio < 1 / mostRatio) throw refuseLogo(tell('logo-thin'))
  return ratio
}

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw notALogo()
  }
}

function openSvg(bytes: Uint8Array): Logo {
  if (bytes.length > mostSvgBytes) throw refuseLogo(tell('logo-large-svg', { most: mostSvgBytes / 1e6 }))
  const { width, height, form } = readSvg(decodeText(bytes))
  return { ratio: checkRatio(width, height), object: form }
}

function openPixels(pixels: Pixels): Logo {
  const { width, height, rgb } = pixels
  const grey = isGrey(pixels)
  const samples = grey ? rgb.filter((_, index) => index % 3 === 0) : rgb
  const entries = {
    Subtype: 'Image',
    Width: width,
    Height: height,
    ColorSpace: grey ? 'DeviceGray' : 'DeviceRGB',
    BitsPerComponent: 8,
  }
  const object = { entries, resources: noResources, packed: deflateSync(samples, { level: 9 }) }
  return { ratio: checkRatio(width, height), rows: height, object }
}

/** Opens a logo as `cleanLogo` gave it. @throws AppError bad-input for anything else */
export function openLogo({ type, bytes }: KeptLogo): Logo {
  return type === 'svg' ? openSvg(bytes) : openPixels(layOnPaper(readPng(bytes)))
}

function writePng({ width, height, rgb }: Pixels): Uint8Array {
  const png = new PNG({ width, height, inputHasAlpha: false, inputColorType: 2, colorType: 2 })
  png.data = Buffer.from(rgb)
  return new Uint8Array(PNG.sync.write(png, { inputHasAlpha: false, colorType: 2 }))
}

function readPixels(type: 'png' | 'jpeg', bytes: Uint8Array): Pixels {
  const onPaper = layOnPaper(type === 'png' ? readPng(bytes) : readJpeg(bytes))
  if (findDarkest(onPaper) > palest * 255) throw tooPale()
  const trimmed = trimPixels(onPaper)
  if (!trimmed) throw tooPale()
  checkRatio(trimmed.width, trimmed.height)
  return shrinkPixels(trimmed)
}

/**
 * Checks a file that is to be a logo, and makes of it what is kept: an SVG as it is, any other picture as a small PNG on
 * white without blank edges, and without what cameras and programs wrote into it.
 * @throws AppError bad-input with a sentence about what is wrong
 */
export function cleanLogo(bytes: Uint8Array): KeptLogo {
  const type = findLogoType(bytes)
  if (type === null) throw notALogo()
  if (type === 'svg') {
    openSvg(bytes)
    return { type, bytes }
  }
  const pixels = readPixels(type, bytes)
  return { type: 'png', bytes: writePng(pixels) }
}
