import { readFileSync } from 'node:fs'
import path from 'node:path'
import { create, type Font } from 'fontkit'
import { AppError } from '../domain/app-error.ts'

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
  readonly open: (face: FaceName) => Font
  /** whether a character can be drawn; never for the hidden marks that reverse the reading direction */
  readonly hasGlyph: (face: FaceName, codePoint: number) => boolean
  /** shaped words by face, filled by `warmFonts` alone: a patient's name must not outlive its sheet */
  readonly shapedWords: Map<FaceName, ShapedWords>
}
/** Words already shaped, as pdfkit keeps them; what a word's shape is made of is pdfkit's own business. */
export type ShapedWords = Record<string, unknown>

function openFont(file: string): Font {
  try {
    const font = create(readFileSync(file))
    if ('fonts' in font) throw new Error('a collection, not a font')
    return font
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new AppError(
      'printing-failed',
      `The font ${path.basename(file)} cannot be read (${why}). Please install CareSheet again.`,
    )
  }
}

function reversesReading(codePoint: number): boolean {
  return (codePoint >= 0x202a && codePoint <= 0x202e) || (codePoint >= 0x2066 && codePoint <= 0x2069)
}

/**
 * Opens the fonts in `folder`: NotoSans and NotoSansSC, each as -Regular.ttf and -Bold.ttf.
 * @throws AppError printing-failed when a font is missing or damaged
 */
export function loadFonts(folder: string): Fonts {
  const opened = new Map<FaceName, Font>()
  const open = (face: FaceName): Font => {
    const font = opened.get(face) ?? openFont(path.join(folder, files[face]))
    opened.set(face, font)
    return font
  }
  open('main-regular')
  open('main-bold')
  return {
    open,
    hasGlyph: (face, codePoint) => !reversesReading(codePoint) && open(face).hasGlyphForCodePoint(codePoint),
    shapedWords: new Map(),
  }
}
