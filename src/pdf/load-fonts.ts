import { noKerning, parseKerning } from './kerning.ts'
import { openQuickFont, type QuickFont } from './quick-font.ts'
import { explainUnreadable, readFontFile } from './read-font-file.ts'

export type Family = 'main' | 'chinese'
export type Weight = 'regular' | 'bold'
export type FaceName = `${Family}-${Weight}`

const files: Record<FaceName, string> = {
  'main-regular': 'NotoSans-Regular.ttf',
  'main-bold': 'NotoSans-Bold.ttf',
  'chinese-regular': 'NotoSansSC-Regular.ttf',
  'chinese-bold': 'NotoSansSC-Bold.ttf',
}

/** The fonts of the paper. Opened once and shared: opening costs more than drawing a whole sheet. */
export type Fonts = {
  /** the opened font; the Chinese ones are read from disk on first use, 10 MB each */
  readonly open: (face: FaceName) => QuickFont
  /** whether a character can be drawn; never for the hidden marks that reverse the reading direction, nor where it would be read in another order */
  readonly hasGlyph: (face: FaceName, codePoint: number) => boolean
}

function readFont(folder: string, face: FaceName): QuickFont {
  const name = files[face]
  const bytes = readFontFile(folder, name)
  const kerned = face.startsWith('main') ? readFontFile(folder, nameKerning(name)).toString('utf8') : null
  try {
    return openQuickFont(bytes, kerned === null ? noKerning : parseKerning(kerned))
  } catch (error) {
    throw explainUnreadable(name, error)
  }
}

function nameKerning(fontFile: string): string {
  return fontFile.replace(/\.ttf$/u, '.kerning.txt')
}

function reversesReading(codePoint: number): boolean {
  return (codePoint >= 0x202a && codePoint <= 0x202e) || (codePoint >= 0x2066 && codePoint <= 0x2069)
}

/** Devanagari is drawn in another order than it is written, so what is read aloud or copied would be another word. */
function isDrawnInAnotherOrder(codePoint: number): boolean {
  return (codePoint >= 0x900 && codePoint <= 0x97f) || (codePoint >= 0xa8e0 && codePoint <= 0xa8ff)
}

/**
 * Opens the fonts in `folder`: NotoSans and NotoSansSC, each as -Regular.ttf and -Bold.ttf, the first with its
 * kerning beside it.
 * @throws AppError printing-failed when a font is missing or damaged
 */
export function loadFonts(folder: string): Fonts {
  const opened = new Map<FaceName, QuickFont>()
  const open = (face: FaceName): QuickFont => {
    const font = opened.get(face) ?? readFont(folder, face)
    opened.set(face, font)
    return font
  }
  open('main-regular')
  open('main-bold')
  return {
    open,
    hasGlyph: (face, codePoint) =>
      !reversesReading(codePoint) && !isDrawnInAnotherOrder(codePoint) && open(face).hasGlyph(codePoint),
  }
}
