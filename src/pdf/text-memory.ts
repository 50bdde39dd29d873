import type { Language } from '../domain/ids.ts'
import type { Text } from '../domain/sheet.ts'
import type { Line, Paragraph, Span } from './break-lines.ts'
import type { Weight } from './load-fonts.ts'

/** A look of text; `size` in points at the standard size. */
export type TextLook = { readonly size: number; readonly color: string; readonly weight: Weight }
/** How a text is cut: its language, its look, what is other where it is strong, and all of it times the standard size. */
export type Cut = {
  readonly language: Language
  readonly style: TextLook
  readonly strong: Partial<TextLook>
  readonly scale: number
}

type SetLines = { readonly width: number; readonly even: boolean; readonly lines: readonly Line[] }

/** Spans by their look and words, and what was worked out of each very list of them. */
type Store = {
  readonly runs: Map<string, readonly Span[]>
  readonly paragraphs: Map<readonly Span[], Paragraph>
  readonly lines: Map<readonly Span[], SetLines[]>
}

/** What is found again on the next sheet: of texts that `isTemplate` says to be our own words, no others. */
export type TemplateMemory = {
  readonly isTemplate: (text: string) => boolean
  readonly lists: Set<readonly Span[]>
} & Store

/**
 * What was set before on one sheet, for its pages are tried several times with other spacing. It ends with the sheet; what
 * is kept longer, if anything, is in `templates`.
 */
export type TextMemory = Store & {
  readonly spans: Map<Text, { readonly cut: Cut; readonly spans: readonly Span[] }[]>
  readonly templates: TemplateMemory | undefined
}

const createStore = (): Store => ({ runs: new Map(), paragraphs: new Map(), lines: new Map() })

/** An empty memory for all sheets in the same fonts. */
export function createTemplateMemory(isTemplate: TemplateMemory['isTemplate']): TemplateMemory {
  return { isTemplate, lists: new Set(), ...createStore() }
}

/** An empty memory for one sheet. */
export function createTextMemory(templates?: TemplateMemory): TextMemory {
  return { templates, spans: new Map(), ...createStore() }
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
  { language, style: { size, color, weight }, scale }: Omit<Cut, 'strong'>,
  cutRun: (isTemplate: boolean) => readonly Span[],
): readonly Span[] {
  const { templates } = memory
  const isTemplate = templates?.isTemplate(text) === true
  const { runs } = isTemplate ? templates : memory
  const key = `${language}|${scale}|${size}|${color}|${weight}|${text}`
  const found = runs.get(key)
  if (found) return found
  const spans = cutRun(isTemplate)
  runs.set(key, spans)
  if (isTemplate) templates.lists.add(spans)
  return spans
}

function findStore(memory: TextMemory, spans: readonly Span[]): Store {
  return memory.templates?.lists.has(spans) === true ? memory.templates : memory
}

/** A list of spans ready to be set in lines: the one of before if the very list was. */
export function recallParagraph(memory: TextMemory, spans: readonly Span[], read: () => Paragraph): Paragraph {
  const { paragraphs } = findStore(memory, spans)
  const found = paragraphs.get(spans)
  if (found) return found
  const paragraph = read()
  paragraphs.set(spans, paragraph)
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
  const { lines: linesOfSpans } = findStore(memory, spans)
  const known = linesOfSpans.get(spans)
  const found = known?.find((each) => each.width === width && each.even === even)
  if (found) return found.lines
  const lines = breakSpans()
  if (known) known.push({ width, even, lines })
  else linesOfSpans.set(spans, [{ width, even, lines }])
  return lines
}
