import type { Language } from '../domain/ids.ts'
import type { Run, Text } from '../domain/sheet.ts'
import {
  breakLinesEvenly,
  breakParagraph,
  measureParagraph,
  readParagraph,
  type Line,
  type Paragraph,
  type Ruler,
  type Span,
} from './break-lines.ts'
import type { Fonts } from './load-fonts.ts'
import { sizes } from './look.ts'
import { splitByFace } from './split-by-face.ts'
import { recallLines, recallParagraph, recallRun, recallSpans, type TextLook, type TextMemory } from './text-memory.ts'

export type Style = TextLook

/** How text is set on one sheet. */
export type Setting = {
  readonly language: Language
  readonly fonts: Fonts
  readonly ruler: Ruler
  readonly memory: TextMemory
  /** times the standard type size */
  readonly scale: number
  readonly spacing: Spacing
}

/** How close things stand. */
export type Spacing = {
  /** times the usual space between things */
  readonly air: number
  /** height of a line, times the type size */
  readonly leading: number
  /** the last resort of a full page 1: a key date beside its label, and narrower boxes */
  readonly compact: boolean
}

/** Text set in lines, each `leading` points high. */
export type TextBlock = { readonly lines: readonly Line[]; readonly leading: number; readonly height: number }

/** Measures with the fonts the document embeds. */
export function makeRuler(fonts: Fonts): Ruler {
  return ({ text, face, size }) => {
    const measure = fonts.open(face).measureParts(text)
    return (start, end) => (measure(start, end) * size) / 1000
  }
}

/** A length in points at the standard size, at the size of this sheet. */
export function scaleLength(setting: Setting, points: number): number {
  return points * setting.scale
}

/** A type size in points at the standard size, at the size of this sheet: headings stay as much larger than the text. */
export function scaleType({ scale }: Setting, size: number): number {
  return size <= sizes.text ? size * scale : sizes.text * scale + size - sizes.text
}

/** A space between things, and what it is at least, in points at the standard size. */
export function scaleGap({ scale, spacing }: Setting, points: number, least = 0): number {
  return scale * Math.max(points * spacing.air, least)
}

// A space within a number, as in "+1 (555) 0134": a telephone number is never parted at the end of a line.
const spaceInNumber = /(?<=\d\)?) (?=\(?\d)/gu

// A date, too: whole in text, and of the large one of the next test, which may be wider than a narrow place, month and year.
const dateInText = /\d{1,2} (?:de )?\p{L}+ (?:de )?\d{4}/gu
const monthAndYear = /\p{L}+ (?:de )?\d{4}/gu

/** The text with spaces at which no line ends, where a line should not. */
function holdTogether(text: string, size: number): string {
  const date = size <= sizes.text ? dateInText : monthAndYear
  return text.replaceAll(spaceInNumber, '\u00a0').replaceAll(date, (found) => found.replaceAll(' ', '\u00a0'))
}

/** Text in its fonts; strong runs are bold and in `strongColor`, if one is given. */
export function toSpans(setting: Setting, text: Text, style: Style, strong: Partial<Style> = {}): readonly Span[] {
  const { memory, language, scale } = setting
  const cut = (run: Run) =>
    cutRun(setting, run.text, run.strong ? { ...style, weight: 'bold' as const, ...strong } : style)
  return recallSpans(memory, text, { language, style, strong, scale }, () => {
    const [first, ...others] = text
    return first && others.length === 0 ? cut(first) : text.flatMap(cut)
  })
}

function cutRun(setting: Setting, text: string, style: Style): readonly Span[] {
  const { language, fonts, memory, scale } = setting
  const { size, color, weight } = style
  return recallRun(memory, text, { language, style, scale }, (isTemplate) => {
    const parts = splitByFace(holdTogether(text.normalize('NFC'), size), weight, language, fonts)
    return parts.map((part) => ({ ...part, size: scaleType(setting, size), color, isTemplate }))
  })
}

function toParagraph({ memory, ruler }: Setting, spans: readonly Span[]): Paragraph {
  return recallParagraph(memory, spans, () => readParagraph(spans, ruler))
}

/** Width in points when set on one line. */
export function measureText(setting: Setting, spans: readonly Span[]): number {
  return measureParagraph(toParagraph(setting, spans))
}

function findLeading(setting: Setting, spans: readonly Span[]): number {
  const size = Math.max(...spans.map((span) => span.size))
  // Chinese characters fill their line, so they need more between them; a title is large enough to need less.
  const more = setting.language === 'zh-CN' ? 0.1 : 0
  const less = size >= scaleType(setting, sizes.title) ? 0.06 : 0
  return size * (setting.spacing.leading + more - less)
}

/** Sets spans in lines no wider than `width` points; `even` makes the lines alike in length. */
export function setLines(setting: Setting, spans: readonly Span[], width: number, even = false): TextBlock {
  if (spans.length === 0) return { lines: [], leading: 0, height: 0 }
  const lines = recallLines(setting.memory, spans, width, even, () =>
    (even ? breakLinesEvenly : breakParagraph)(toParagraph(setting, spans), width),
  )
  const leading = findLeading(setting, spans)
  return { lines, leading, height: lines.length * leading }
}
