// Plain JavaScript, so that `npm run sheet` can call it before it hands over to Node 24.
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const packages = path.join(projectFolder, 'node_modules/@expo-google-fonts')
const fontsFolder = path.join(projectFolder, 'out/fonts')

/** The fonts every sheet is set in, by the names the PDF room looks for. They come with the packages, so no copy lies in the repository. */
const fonts = {
  'NotoSans-Regular.ttf': 'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'NotoSans-Bold.ttf': 'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'NotoSansSC-Regular.ttf': 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'NotoSansSC-Bold.ttf': 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
}

/** Puts the fonts where the app and the command line look for them, for as many as are not there yet. */
export function copyMissingFonts() {
  mkdirSync(fontsFolder, { recursive: true })
  for (const [name, source] of Object.entries(fonts)) {
    const target = path.join(fontsFolder, name)
    if (!existsSync(target)) copyFileSync(path.join(packages, source), target)
  }
}
