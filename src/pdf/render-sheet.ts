import type { Paper } from '../domain/ids.ts'
import type { PairedSheet } from '../domain/pair-sheets.ts'
import type { Selection } from '../domain/selection.ts'
import type { Sheet } from '../domain/sheet.ts'
import { createCanvas } from './canvas.ts'
import { composePages, holdsFirstBox, usualSpacing, type ComposedPages } from './compose-pages.ts'
import { setFooter, type Footer } from './footer.ts'
import { runningHeadPiece } from './letterhead.ts'
import type { Fonts } from './load-fonts.ts'
import { makeLanes, partLanes } from './lanes.ts'
import type { Logo } from './logo/read-logo.ts'
import { margins, paperSizes } from './look.ts'
import { openDocument, type Attachment, type DocumentOptions } from './pdf-document.ts'
import type { Piece } from './piece.ts'
import { findFirstBox } from './section-pieces.ts'
import { createTextMemory, type TextMemory } from './text-memory.ts'
import { makeRuler, scaleLength, type Setting } from './setting.ts'

export type RenderOptions = {
  readonly paper: Paper
  /** YYYY-MM-DD, the only time the file knows of */
  readonly date: string
  readonly fonts: Fonts
  /** size of all type: 12, 14 or 18 points for plain text; standard when absent */
  readonly size?: Selection['size']
  readonly attachment?: Attachment | undefined
  /** what was set before of the same sheet, composed otherwise; of its own when absent */
  readonly memory?: TextMemory
  readonly logo?: Logo | undefined
}
export type RenderedSheet = { readonly pdf: Uint8Array; readonly pages: number }

type Edge = (typeof margins)[keyof typeof margins]

const scales = { standard: 1, clear: 14 / 12, large: 18 / 12 } as const

/** A sheet measured and spread over its pages, ready to be drawn once. */
export type Layout = ComposedPages & {
  readonly about: DocumentOptions
  readonly setting: Setting
  readonly head: Piece
  readonly headRoom: number
  readonly footer: Footer
  /** of the paper, in points */
  readonly height: number
  readonly edge: Edge
}

/**
 * What stands on each page of a sheet, or of two languages of it side by side, measured but not yet drawn.
 * @throws AppError unprintable-text for a character no font has, printing-failed for a part no page can hold
 */
export function layOutSheet(composed: Sheet | PairedSheet, options: RenderOptions): Layout {
  const { fonts, date, paper, size = 'standard', attachment, logo, memory = createTextMemory() } = options
  const [width, height] = paperSizes[paper]
  const sheet = 'sheets' in composed ? composed.sheets[0] : composed
  const { language, title } = sheet
  const about = { language, title, date, width, height, ...(attachment && { attachment }) }
  const setting: Setting = {
    language,
    fonts,
    ruler: makeRuler(fonts),
    memory,
    scale: scales[size],
    spacing: usualSpacing,
  }

  const edge = margins[size]
  const beside = { ...makeLanes(composed, setting, width - 2 * edge.side), logo }
  const footer = setFooter(beside)
  const head = runningHeadPiece(beside)
  const headRoom = head.height + scaleLength(setting, 12)
  const first = height - edge.top - edge.bottom - footer.height
  const room = { first, later: first - headRoom }
  // Half a page is narrow for larger letters: a box of red flags would leave page 1, or be cut.
  const isWarning = beside.sections[findFirstBox(beside.sections)]?.role === 'red-flags'
  const isParted = beside.lanes.length > 1 && isWarning && !holdsFirstBox(beside, room)
  const pages = composePages(isParted ? partLanes(beside) : beside, room)
  return { ...pages, about, setting, head, headRoom, footer, height, edge }
}

/** Draws a sheet as a PDF that keeps PDF/UA-1 and PDF/A-2a. The same inputs give the same bytes. */
export function drawSheet(layout: Layout): RenderedSheet {
  const { about, setting, head, headRoom, footer, height, edge } = layout
  const pages = layout.listPages()
  const file = openDocument(setting.fonts, about)
  const canvas = createCanvas(file, setting.ruler)
  pages.forEach((piece, index) => {
    canvas.addPage()
    if (index > 0) head.draw(canvas, edge.side, edge.top)
    piece.draw(canvas, edge.side, edge.top + (index > 0 ? headRoom : 0))
    footer.draw(canvas, edge.side, height - edge.bottom, index + 1, pages.length)
  })
  return { pdf: file.end(), pages: pages.length }
}

/**
 * Lays out a sheet and draws it.
 * @throws AppError unprintable-text for a character no font has, printing-failed for a part no page can hold
 */
export function renderSheet(sheet: Sheet | PairedSheet, options: RenderOptions): RenderedSheet {
  return drawSheet(layOutSheet(sheet, options))
}
