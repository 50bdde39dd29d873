import type { Language } from '../domain/ids.ts'
import type { Text } from '../domain/sheet.ts'
import type { Line, Paragraph, Span } from './break-lines.ts'
import type { Weight } from './load-fonts.ts'

/** A look of text; `size` in points at the standard size. */
export type TextLook = { readonly size: number; readonly color: string; readonly weight: Weight }
/** How a text is cut: its language, its look, and what is other where it is strong. */
export type Cut = { readonly language: Language; readonly style: TextLook; readonly strong: Partial<TextLook> }

/**
 * What was set before on one sheet, for its pages are tried several times with other spacing. It ends with the sheet:
 * no text is kept.
 */
export type TextMemory = {
  readonly spans: Map<Text, { readonly cut: Cut; readonly spans: readonly Span[] }[]>
  readonly runs: Map<string, readonly Span[]>
  readonly paragraphs: Map<readonly Span[], Paragraph>
  readonly lines: Map<
    readonly Span[],
    { readonly width: number; readonly even: boolean; readonly lines: readonly Line[] }[]
  >
}

export function createTextMemory(): TextMemory {
  return { spans: new Map(), runs: new Map(), paragraphs: new Map(), lines: new Map() }
}

function isSameLook(one: Partial<TextLook>, other: Partial<TextLook>): boolean {
  return one.size === other.size && one.color === other.color && one.weight === other.weight
}

function isSameCut(one: Cut, other: Cut): boolean {
  return one.language === other.language && isSameLook(one.style, other.style) && isSameLook(one.strong, other.strong)
}

/** The spans of a text: those of before if it was cut so. The same text and cut give the very same list. */
export function recallSpans(memory: TextMemory, text: Text, cut: Cut, cutText: () => readonly Span[]): readonly Span[] {
  const known = memory.spans.get(text)
  const found = known?.find((each) => isSameCut(each.cut, cut))
  if (found) return found.spans
  const spans = cutText()
  if (known) known.push({ cut, spans })
  else memory.spans.set(text, [{ cut, spans }])
  return spans
}

/** The spans of one run, found by its words: a text that is put together anew each time has runs of before. */
export function recallRun(
  memory: TextMemory,
  text: string,
  { language, style: { size, color, weight } }: Omit<Cut, 'strong'>,
  cutRun: () => readonly Span[],
): readonly Span[] {
  const key = `${language}|${size}|${color}|${weight}|${text}`
  const found = memory.runs.get(key)
  if (found) return found
  const spans = cutRun()
  memory.runs.set(key, spans)
  return spans
}

/** A list of spans ready to be set in lines: the one of before if the very list was. */
export function recallParagraph(memory: TextMemory, spans: readonly Span[], read: () => Paragraph): Paragraph {
  const found = memory.paragraphs.get(spans)
  if (found) return found
  const paragraph = read()
  memory.paragraphs.set(spans, paragraph)
  return paragraph
}

/** The lines of a list of spans: those of before if the very list was broken so. */
export function recallLines(
  memory: TextMemory,
  spans: readonly Span[],
  width: number,
  even: boolean,
  breakSpans: () => readonly Line[],
): readonly Line[] {
  const known = memory.lines.get(spans)
  const found = known?.find((each) => each.width === width && each.even === even)
  if (found) return found.lines
  const lines = breakSpans()
  if (known) known.push({ width, even, lines })
  else memory.lines.set(spans, [{ width, even, lines }])
  return lines
}
