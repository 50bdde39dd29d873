import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PNG } from 'pngjs'

/** Coarse enough to be small, fine enough that a line moved by half a millimetre shows. */
const dotsPerInch = 40
/** Side in pixels of the squares two pictures are compared by: a bullet is about a quarter of one. */
const square = 8

/** A page of a PDF, counted from 1, in grey, as a PNG. */
export function drawPage(pdf: Uint8Array, page: number): Uint8Array {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caresheet-page-'))
  try {
    const file = path.join(folder, 'sheet.pdf')
    writeFileSync(file, pdf)
    const options = ['-f', page, '-l', page, '-r', dotsPerInch, '-gray', '-png'].map(String)
    return execFileSync('pdftoppm', [...options, file], { maxBuffer: 2 ** 26 })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Picture = { readonly width: number; readonly height: number; readonly grey: readonly number[] }

function readPicture(png: Uint8Array): Picture {
  const { width, height, data } = PNG.sync.read(Buffer.from(png))
  return { width, height, grey: Array.from({ length: width * height }, (_, index) => data[4 * index] ?? 0) }
}

/** How far the greys of a square are apart, on average, where the pictures differ most: 0 for the same, 255 at most. */
export function measureDifference(one: Uint8Array, other: Uint8Array): number {
  const [a, b] = [readPicture(one), readPicture(other)]
  if (a.width !== b.width || a.height !== b.height) return 255
  const sums = new Map<number, number>()
  a.grey.forEach((value, index) => {
    const [x, y] = [index % a.width, Math.floor(index / a.width)]
    const place = Math.floor(y / square) * a.width + Math.floor(x / square)
    sums.set(place, (sums.get(place) ?? 0) + Math.abs(value - (b.grey[index] ?? 0)))
  })
  return Math.max(...sums.values()) / square ** 2
}
