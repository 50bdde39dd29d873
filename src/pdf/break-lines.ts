import LineBreaker from 'linebreak'
import type { FaceName } from './load-fonts.ts'

/** Text of one look. `size` in points; `isTemplate` for words of the library, of which something may be kept for the next sheet. */
export type Span = {
  readonly text: string
  readonly face: FaceName
  readonly size: number
  readonly color: string
  readonly isTemplate?: boolean
}
/** `width` in points, without the space a line may end with: that space is kept so that words stay apart when copied. */
export type Line = { readonly spans: readonly Span[]; readonly width: number }
/**
 * What measures a span with the very font it is drawn with: gives the width in points from one of its UTF-16 units to
 * another.
 */
export type Ruler = (span: Span) => (start: number, end: number) => number

/** Where a line may end, counted in UTF-16 units of a text; `seen` is without the space at its end. */
type Stretch = {
  readonly start: number
  readonly end: number
  readonly seen: number
  /** a line must end after it */
  readonly ends: boolean
}
/** A text made ready to be set in lines of any width. */
export type Paragraph = {
  readonly text: string
  readonly spans: readonly Span[]
  readonly stretches: readonly Stretch[]
  /** the width in points from one unit of the text to another */
  readonly measure: (start: number, end: number) => number
}

const whole = (spans: readonly Span[]): string => spans.map((span) => span.text).join('')

/** The part of `spans` from `start` to `end`, in UTF-16 units of the joined text. */
export function sliceSpans(spans: readonly Span[], start: number, end: number): Span[] {
  const parts: Span[] = []
  let offset = 0
  for (const span of spans) {
    const text = span.text.slice(Math.max(0, start - offset), Math.max(0, end - offset))
    if (text !== '') parts.push({ ...span, text })
    offset += span.text.length
  }
  return parts
}

const isTemplate = (span: Span): boolean => span.isTemplate === true

function joinAlike(spans: readonly Span[]): readonly Span[] {
  if (spans.length < 2) return spans
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last && last.face === span.face && last.size === span.size && last.color === span.color)
      joined[joined.length - 1] = {
        ...span,
        text: last.text + span.text,
        isTemplate: isTemplate(last) && isTemplate(span),
      }
    else joined.push(span)
  }
  return joined
}

/** A dot between two parts of a line, up to where the second begins. */
const dotAtEnd = / · $/u

/** `end`, or where the dot between two parts stands before it: the end of the line parts them as well. */
function skipDot(text: string, start: number, end: number): number {
  return end < text.length && dotAtEnd.test(text.slice(start, end)) ? end - 2 : end
}

/** `end`, or where the space before it begins, or the dot with its spaces. */
function skipSpace(text: string, start: number, end: number): number {
  return start + text.slice(start, skipDot(text, start, end)).trimEnd().length
}

/** Whether a place is between a Chinese number and what it counts, or within a date: "7天", "2026年11月22日". */
function isInCount(text: string, at: number): boolean {
  const [before, after] = [text.slice(Math.max(0, at - 2), at), text[at] ?? '']
  return /\d$/u.test(before) ? /[年月日天周倍次时点分页]/u.test(after) : /\d[年月]$/u.test(before) && /\d/u.test(after)
}

/** Whether a place is after the hyphen of a sheet's number: "E986-440A" is read aloud and typed as one. */
function isInSheetNumber(text: string, at: number): boolean {
  return text[at - 1] === '-' && /^[0-9A-F]{4}-[0-9A-F]{4}$/u.test(text.slice(Math.max(0, at - 5), at + 4))
}

function listStretches(text: string): Stretch[] {
  const breaker = new LineBreaker(text)
  const stretches: Stretch[] = []
  let start = 0
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    // From one hour or day to another, as in "8:00–18:00"; and no line begins with a dot.
    if (text[next.position - 1] === '–' && next.position < text.length) continue
    if (text.startsWith('· ', next.position) || isInCount(text, next.position)) continue
    if (isInSheetNumber(text, next.position)) continue
    const end = text[next.position - 1] === '\n' ? next.position - 1 : next.position
    stretches.push({ start, end, seen: skipSpace(text, start, end), ends: next.required === true })
    start = next.position
  }
  return stretches
}

function measureAll(spans: readonly Span[], ruler: Ruler): Paragraph['measure'] {
  const measures = spans.map(ruler)
  const [only] = measures
  if (only && measures.length === 1) return only
  return (start, end) => {
    let [width, offset] = [0, 0]
    spans.forEach(({ text: { length } }, index) => {
      const [from, to] = [Math.max(start - offset, 0), Math.min(end - offset, length)]
      if (from < to) width += measures[index]?.(from, to) ?? 0
      offset += length
    })
    return width
  }
}

/** Makes a text ready. */
export function readParagraph(given: readonly Span[], ruler: Ruler): Paragraph {
  const spans = joinAlike(given)
  const text = whole(spans)
  return { text, spans, stretches: listStretches(text), measure: measureAll(spans, ruler) }
}

/** Width in points of a text on one line, not counting space at the end. */
export function measureParagraph({ text, measure }: Paragraph): number {
  return measure(0, text.trimEnd().length)
}

function cutLine({ spans, text, measure }: Paragraph, start: number, end: number): Line {
  return {
    spans: sliceSpans(spans, start, skipDot(text, start, end)),
    width: measure(start, skipSpace(text, start, end)),
  }
}

/** Where a word that is wider than a whole line ends its first lines, between letters. */
function cutWord({ text, measure }: Paragraph, { start, end, seen }: Stretch, width: number): number[] {
  const cuts: number[] = []
  let from = start
  for (const { segment, index } of new Intl.Segmenter().segment(text.slice(start, end))) {
    const at = start + index
    if (at <= from || measure(from, Math.min(at + segment.length, seen)) <= width) continue
    cuts.push(at)
    from = at
  }
  return cuts
}

/** The words of a text, each with the space after it: what a line can be made of. */
export function listWords(text: string): string[] {
  return listStretches(text).map(({ start, end }) => text.slice(start, end))
}

/**
 * Sets text into lines at most `width` points wide. A word wider than that is cut rather than clipped; a dot between two
 * parts is left out where a line ends with it.
 */
export function breakLines(paragraph: Paragraph, width: number): Line[] {
  const { stretches, measure } = paragraph
  const lines: Line[] = []
  let [from, to, used] = [0, 0, 0]
  const endLine = (next: number) => {
    lines.push(cutLine(paragraph, from, to))
    ;[from, to, used] = [next, next, 0]
  }
  for (const stretch of stretches) {
    const { start, end, seen, ends } = stretch
    const needed = measure(start, seen)
    if (to > from && used + needed > width) endLine(start)
    if (to === from) from = start
    if (needed > width)
      for (const cut of cutWord(paragraph, stretch, width)) {
        to = cut
        endLine(cut)
      }
    used += measure(Math.max(start, from), end)
    to = end
    if (ends) endLine(end)
  }
  if (to > from || lines.length === 0) endLine(to)
  return lines
}

/** As `breakLines`, but without a last line so short that it looks lost, where other breaks take no more lines. */
export function breakParagraph(paragraph: Paragraph, width: number): Line[] {
  const lines = breakLines(paragraph, width)
  const isLost = (last: Line | undefined) => last !== undefined && last.width < width * 0.12
  if (lines.length === 1 || !isLost(lines.at(-1))) return lines
  const { stretches, measure } = paragraph
  const widestWord = Math.max(...stretches.map(({ start, seen }) => measure(start, seen)))
  for (const narrower of [0.97, 0.94, 0.91, 0.88, 0.85].map((share) => width * share)) {
    const tried = breakLines(paragraph, narrower)
    if (tried.length > lines.length || widestWord > narrower) return lines
    if (!isLost(tried.at(-1))) return tried
  }
  return lines
}

/** Two lines that part where Chinese, which has no spaces, has a mark between its words; undefined when neither fits so. */
function breakAtMark(paragraph: Paragraph, width: number): Line[] | undefined {
  const { text } = paragraph
  const halves = [...text.matchAll(/[：；，。！？]/gu)].flatMap(({ index }) => {
    const set = [cutLine(paragraph, 0, index + 1), cutLine(paragraph, index + 1, text.length)]
    return set.every((line) => line.width > 0 && line.width <= width) ? [set] : []
  })
  const widest = (lines: readonly Line[]) => Math.max(...lines.map((line) => line.width))
  return halves.toSorted((a, b) => widest(a) - widest(b))[0]
}

/** As `breakLines`, with lines of about the same length: for titles, where one word alone on a line looks lost. */
export function breakLinesEvenly(paragraph: Paragraph, width: number): Line[] {
  const lines = breakLines(paragraph, width)
  if (lines.length === 1) return lines
  const atMark = lines.length === 2 ? breakAtMark(paragraph, width) : undefined
  if (atMark) return atMark
  let best = lines
  let low = width / 2
  let high = width
  while (high - low > 4) {
    const middle = (low + high) / 2
    const tried = breakLines(paragraph, middle)
    if (tried.length === lines.length) {
      best = tried
      high = middle
    } else low = middle
  }
  return best
}
