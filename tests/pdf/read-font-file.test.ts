import {
  closeSync,
  copyFileSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { loadFonts, type FaceName } from '../../src/pdf/load-fonts.ts'
import { readFontFile, sumsFile } from '../../src/pdf/read-font-file.ts'
import { useTempFolder } from '../store/temp-folder.ts'
import { fontFolder } from './render.ts'

const folder = useTempFolder()

/** Each file of the fonts, and the face that is opened with it. */
const files: readonly { readonly name: string; readonly face: FaceName }[] = [
  { name: 'NotoSans-Regular.ttf', face: 'main-regular' },
  { name: 'NotoSans-Regular.kerning.txt', face: 'main-regular' },
  { name: 'NotoSans-Bold.ttf', face: 'main-bold' },
  { name: 'NotoSans-Bold.kerning.txt', face: 'main-bold' },
  { name: 'NotoSansSC-Regular.ttf', face: 'chinese-regular' },
  { name: 'NotoSansSC-Bold.ttf', face: 'chinese-bold' },
]
const refused = (name: string) => new RegExp(`^The font file ${name.replaceAll('.', '\\.')} is damaged`, 'u')
const copyFonts = () => {
  for (const name of readdirSync(fontFolder)) copyFileSync(path.join(fontFolder, name), path.join(folder(), name))
}
const open = (face: FaceName) => loadFonts(folder()).open(face)

/** Turns over one bit of a copy, in place. */
function flipBit(name: string, at: number, bit: number): void {
  const file = openSync(path.join(folder(), name), 'r+')
  const byte = Buffer.alloc(1)
  readSync(file, byte, 0, 1, at)
  writeSync(file, Buffer.from([byte.readUInt8(0) ^ (1 << bit)]), 0, 1, at)
  closeSync(file)
}

test.each(files)('$name with a bit turned over is refused, wherever it is: 34 places', ({ name, face }) => {
  copyFonts()
  const { size } = statSync(path.join(folder(), name))
  for (let place = 0; place < 34; place += 1) {
    const at = Math.floor((place * (size - 1)) / 33)
    flipBit(name, at, place % 8)
    expect(() => readFontFile(folder(), name)).toThrow(refused(name))
    if (place % 11 === 0) expect(() => open(face)).toThrow(refused(name))
    flipBit(name, at, place % 8)
  }
  expect(open(face).hasGlyph(0x41)).toBe(true)
})

test('4 kB of zeros among the outlines, and a file cut off, are refused', () => {
  copyFonts()
  const name = 'NotoSans-Regular.ttf'
  const whole = readFileSync(path.join(fontFolder, name))
  const half = Math.floor(whole.length / 2)
  for (const damaged of [Buffer.from(whole).fill(0, half, half + 4096), whole.subarray(0, half), Buffer.alloc(0)]) {
    writeFileSync(path.join(folder(), name), damaged)
    expect(() => open('main-regular')).toThrow(refused(name))
  }
})

test('a list of sums that is missing, or is not of these fonts, is told in words', () => {
  copyFonts()
  writeFileSync(path.join(folder(), sumsFile), '')
  expect(() => open('main-regular')).toThrow(refused('NotoSans-Regular.ttf'))
  rmSync(path.join(folder(), sumsFile))
  expect(() => open('main-regular')).toThrow(/SHA256SUMS cannot be read/u)
})
