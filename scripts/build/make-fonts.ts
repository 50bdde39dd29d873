import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { sumsFile } from '../../src/pdf/read-font-file.ts'
import { readTrueType } from '../../src/pdf/true-type.ts'
import { projectFolder } from '../project-folder.ts'
import { coarsenFont } from './coarsen-font.ts'

const packages = path.join(projectFolder, 'node_modules/@expo-google-fonts')
const fontsFolder = path.join(projectFolder, 'out/fonts')
const kerningScript = path.join(projectFolder, 'scripts/build/measure-kerning.mjs')

/** The fonts every sheet is set in, by the names the PDF room looks for. They come with the packages, so no copy lies in the repository. */
const fonts = {
  main: {
    'NotoSans-Regular': 'noto-sans/400Regular/NotoSans_400Regular.ttf',
    'NotoSans-Bold': 'noto-sans/700Bold/NotoSans_700Bold.ttf',
  },
  chinese: {
    'NotoSansSC-Regular': 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    'NotoSansSC-Bold': 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  },
} as const

/**
 * How finely the Chinese outlines are drawn, for most of a Chinese sheet's bytes are they. Of 12-point letters no point
 * moves by more than a tenth of a dot of a printer with 600 to the inch.
 */
const chineseUnitsPerEm = 500

/** What the fonts are made from and by. */
const inputs = [
  ...['coarsen-font.ts', 'make-fonts.ts', 'measure-kerning.mjs', 'scale-outline.ts'].map((name) =>
    path.join(projectFolder, 'scripts/build', name),
  ),
  ...['read-font-file.ts', 'true-type.ts'].map((name) => path.join(projectFolder, 'src/pdf', name)),
  ...['noto-sans', 'noto-sans-sc'].map((name) => path.join(packages, name, 'package.json')),
]

function hashInputs(): string {
  const hash = createHash('sha256')
  for (const file of inputs) hash.update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** Writes the SHA-256 of every font and its kerning, which whoever reads them checks. Lines as of `sha256sum`. */
function writeSums(): void {
  const names = readdirSync(fontsFolder).filter((name) => /\.(?:ttf|kerning\.txt)$/u.test(name))
  const lines = names.toSorted().map((name) => {
    const sum = createHash('sha256').update(readFileSync(path.join(fontsFolder, name)))
    return `${sum.digest('hex')}  ${name}\n`
  })
  writeFileSync(path.join(fontsFolder, sumsFile), lines.join(''))
}

/** Puts the fonts where the app and the command line look for them, unless they are there as they would be made. */
export function makeFonts(): void {
  const stamp = path.join(fontsFolder, '.made-from')
  const hash = hashInputs()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  mkdirSync(fontsFolder, { recursive: true })
  rmSync(stamp, { force: true })
  for (const [name, source] of Object.entries(fonts.main)) {
    const font = path.join(fontsFolder, `${name}.ttf`)
    copyFileSync(path.join(packages, source), font)
    // The Chinese ones need none: characters are all as wide, and the letters beside them come from the main font.
    execFileSync(process.execPath, [kerningScript, font, path.join(fontsFolder, `${name}.kerning.txt`)])
  }
  for (const [name, source] of Object.entries(fonts.chinese)) {
    const font = readTrueType(readFileSync(path.join(packages, source)))
    writeFileSync(path.join(fontsFolder, `${name}.ttf`), coarsenFont(font, chineseUnitsPerEm))
  }
  writeSums()
  writeFileSync(stamp, hash)
}
