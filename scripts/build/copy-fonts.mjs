// Plain JavaScript, so that a command can call it before it hands over to Node 24.
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const packages = path.join(projectFolder, 'node_modules/@expo-google-fonts')
const kerningScript = path.join(projectFolder, 'scripts/build/measure-kerning.mjs')
const fontsFolder = path.join(projectFolder, 'out/fonts')

/** The fonts every sheet is set in, by the names the PDF room looks for. They come with the packages, so no copy lies in the repository. */
const fonts = {
  'NotoSans-Regular.ttf': 'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'NotoSans-Bold.ttf': 'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'NotoSansSC-Regular.ttf': 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'NotoSansSC-Bold.ttf': 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
}

/** Chinese characters are all as wide, and the letters beside them come from the main font. */
const kerned = ['NotoSans-Regular', 'NotoSans-Bold']

/** Puts the fonts where the app and the command line look for them, for as many as are not there yet. */
export function copyMissingFonts() {
  mkdirSync(fontsFolder, { recursive: true })
  for (const [name, source] of Object.entries(fonts)) {
    const target = path.join(fontsFolder, name)
    if (!existsSync(target)) copyFileSync(path.join(packages, source), target)
  }
  for (const name of kerned) {
    const target = path.join(fontsFolder, `${name}.kerning.txt`)
    if (!existsSync(target))
      execFileSync(process.execPath, [kerningScript, path.join(fontsFolder, `${name}.ttf`), target])
  }
}
