import type { Language, Paper } from '../domain/ids.ts'
import { createCanvas } from './canvas.ts'
import { usualSpacing } from './compose-pages.ts'
import type { Fonts } from './load-fonts.ts'
import { colors, margins, paperSizes, sizes } from './look.ts'
import { openDocument } from './pdf-document.ts'
import { framePiece, stackPieces, type Frame, type Piece } from './piece.ts'
import { sayPiece } from './say-piece.ts'
import { makeRuler, type Setting, type Style } from './setting.ts'
import type { Tag } from './structure.ts'
import { createTextMemory } from './text-memory.ts'

/** What stands on the page of a recovery code, in one language. */
export type CodePage = {
  readonly language: Language
  readonly title: string
  /** '' for none */
  readonly clinicName: string
  /** the code, as it stands on each line */
  readonly codeLines: readonly string[]
  /** what must be done with the page; it stands right below the code */
  readonly care: string
  /** what else is to be known of the code, a paragraph each */
  readonly about: readonly string[]
  readonly paper: Paper
  /** YYYY-MM-DD, the only time the file knows of */
  readonly date: string
}

const clinic: Style = { size: sizes.text, color: colors.muted, weight: 'bold' }
const title: Style = { size: sizes.title, color: colors.ink, weight: 'bold' }
const plain: Style = { size: sizes.text, color: colors.ink, weight: 'regular' }
const strong: Style = { ...plain, weight: 'bold' }
/** To be read from arm's length, and copied without a mistake. */
const large: Style = { size: 32, color: colors.ink, weight: 'bold' }
/** A page that is kept in a folder has a wider edge than a sheet. */
const side = margins.standard.side * 1.5

const frame: Frame = {
  left: 24,
  right: 24,
  top: 18,
  bottom: 18,
  drawBehind: ({ shapes }, { x, y, width, height }) =>
    void shapes.lineWidth(1.6).roundedRect(x, y, width, height, 5).fillAndStroke(colors.paper, colors.ink),
}

function composePage(setting: Setting, page: CodePage, width: number): Piece {
  const say = (tag: Tag, text: string, style: Style, gap: number) => sayPiece(setting, tag, text, style, { width, gap })
  const codeTag: Tag = { type: 'P' }
  const room = width - frame.left - frame.right
  const code = page.codeLines.map((line) => sayPiece(setting, codeTag, line, large, { width: room, gap: 0 }))
  return stackPieces(
    [
      ...(page.clinicName === '' ? [] : [say({ type: 'P' }, page.clinicName, clinic, 0)]),
      say({ type: 'H1' }, page.title, title, 6),
      framePiece(stackPieces(code, { gap: 0 }), frame, width, { gap: 24 }),
      say({ type: 'P' }, page.care, strong, 24),
      ...page.about.map((text) => say({ type: 'P' }, text, plain, 10)),
    ],
    { gap: 0 },
  )
}

/** Draws the one page of a recovery code, as a PDF that keeps PDF/UA-1 and PDF/A-2a. The same inputs give the same bytes. */
export function renderCodePage(page: CodePage, fonts: Fonts): Uint8Array {
  const [width, height] = paperSizes[page.paper]
  const { language, date } = page
  const file = openDocument(fonts, { language, title: page.title, date, width, height })
  const setting: Setting = {
    language,
    fonts,
    ruler: makeRuler(fonts),
    memory: createTextMemory(),
    scale: 1,
    spacing: usualSpacing,
  }
  const canvas = createCanvas(file, setting.ruler)
  canvas.addPage()
  composePage(setting, page, width - 2 * side).draw(canvas, side, side)
  return file.end()
}
