import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import jsqr from 'jsqr'
import { listElements, readPdf, type Element } from '../read-pdf.ts'

type Place = { readonly page: number; readonly box: readonly number[] }
type Picture = { readonly width: number; readonly height: number; readonly grey: Uint8Array }

/** What stands around `box`, in points from the top left corner, as an office printer prints it in grey. */
function print(pdf: Uint8Array, { page, box }: Place, dotsPerInch: number): Picture {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caresheet-scan-'))
  const [left = 0, top = 0, right = 0, bottom = 0] = box.map((length) => Math.round((length / 72) * dotsPerInch))
  const around = Math.round(dotsPerInch / 8)
  const place = [
    '-x',
    left - around,
    '-y',
    top - around,
    '-W',
    right - left + 2 * around,
    '-H',
    bottom - top + 2 * around,
  ]
  try {
    const file = path.join(folder, 'sheet.pdf')
    writeFileSync(file, pdf)
    const options = ['-f', page, '-l', page, '-r', dotsPerInch, '-gray', ...place].map(String)
    const picture = execFileSync('pdftoppm', [...options, file], { maxBuffer: 2 ** 28 })
    const [head = '', width, height] = /^P5\s(\d+)\s(\d+)\s255\s/u.exec(picture.toString('latin1', 0, 40)) ?? []
    return { width: Number(width), height: Number(height), grey: picture.subarray(head.length) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The figure a code is on the last page, with its box from the top left corner. */
export async function findCodeFigure(pdf: Uint8Array): Promise<Pick<Element, 'alternative'> & Place> {
  const { pages } = await readPdf(pdf)
  const height = pages.at(-1)?.height ?? 0
  const figure = listElements(pages.at(-1)?.elements ?? []).find(({ role }) => role === 'Figure')
  if (!figure) throw new Error('There is no code on the last page.')
  const [left = 0, bottom = 0, right = 0, top = 0] = figure.box ?? []
  return { ...figure, page: pages.length, box: [left, height - top, right, height - bottom] }
}

/** What a phone reads from the QR code on the last page, printed; null when it finds none. */
export async function scanCode(pdf: Uint8Array, dotsPerInch = 300): Promise<string | null> {
  const { width, height, grey } = print(pdf, await findCodeFigure(pdf), dotsPerInch)
  const pixels = new Uint8ClampedArray(width * height * 4)
  grey.forEach((value, index) => pixels.fill(value, index * 4, index * 4 + 4))
  const found = jsqr(pixels, width, height)
  return found && Buffer.from(found.binaryData).toString('utf8')
}
