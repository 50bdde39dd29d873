import LineBreaker from 'linebreak'
import type { FaceName } from './load-fonts.ts'

/** Text of one look. `size` in points. */
export type Span = { readonly text: string; readonly face: FaceName; readonly size: number; readonly color: string }
/** `width` in points, without the space a line may end with: that space is kept so that words stay apart when copied. */
export type Line = { readonly spans: readonly Span[]; readonly width: number }
/** The width in points a text takes, from the very font it is drawn with. */
export type Ruler = (span: Span) => number

const whole = (spans: readonly Span[]): string => spans.map((span) => span.text).join('')

/** The part of `spans` from `start` to `end`, in UTF-16 units of the joined text. */
function sliceSpans(spans: readonly Span[], start: number, end: number): Span[] {
  const parts: Span[] = []
  let offset = 0
  for (const span of spans) {
    const text = span.text.slice(Math.max(0, start - offset), Math.max(0, end - offset))
    if (text !== '') parts.push({ ...span, text })
    offset += span.text.length
  }
  return parts
}

function joinAlike(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last && last.face === span.face && last.size === span.size && last.color === span.color)
      joined[joined.length - 1] = { ...last, text: last.text + span.text }
    else joined.push(span)
  }
  return joined
}

/** Width in points of spans side by side, not counting space at the end. */
export function measureSpans(spans: readonly Span[], ruler: Ruler): number {
  const visible = sliceSpans(spans, 0, whole(spans).trimEnd().length)
  return visible.reduce((sum, span) => sum + ruler(span), 0)
}

function finishLine(spans: readonly Span[], ruler: Ruler): Line {
  const joined = joinAlike(spans)
  return { spans: joined, width: measureSpans(joined, ruler) }
}

/** Cuts a word that is wider than a whole line into parts that fit, between letters. */
function cutWord(word: readonly Span[], width: number, ruler: Ruler): Span[][] {
  const letters = [...new Intl.Segmenter().segment(whole(word))].map(({ segment }) => segment)
  const parts: Span[][] = []
  let start = 0
  let end = 0
  for (const letter of letters) {
    const next = end + letter.length
    if (end > start && measureSpans(sliceSpans(word, start, next), ruler) > width) {
      parts.push(sliceSpans(word, start, end))
      start = end
    }
    end = next
  }
  return [...parts, sliceSpans(word, start, end)]
}

/** The stretches between the places where a line may end, and whether it must end after each. */
function listStretches(spans: readonly Span[]): { readonly spans: Span[]; readonly ends: boolean }[] {
  const text = whole(spans)
  const breaker = new LineBreaker(text)
  const stretches: { spans: Span[]; ends: boolean }[] = []
  let start = 0
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    const end = text.slice(start, next.position).endsWith('\n') ? next.position - 1 : next.position
    stretches.push({ spans: sliceSpans(spans, start, end), ends: next.required === true })
    start = next.position
  }
  return stretches
}

/** The words of a text, each with the space after it: what a line can be made of. */
export function listWords(text: string): string[] {
  const span: Span = { text, face: 'main-regular', size: 1, color: '' }
  return listStretches([span]).map(({ spans }) => whole(spans))
}

/** Sets text into lines at most `width` points wide. A word wider than that is cut rather than clipped. */
export function breakLines(spans: readonly Span[], width: number, ruler: Ruler): Line[] {
  const lines: Line[] = []
  let line: Span[] = []
  let used = 0
  const endLine = () => {
    lines.push(finishLine(line, ruler))
    line = []
    used = 0
  }
  for (const stretch of listStretches(spans)) {
    const needed = measureSpans(stretch.spans, ruler)
    if (line.length > 0 && used + needed > width) endLine()
    const parts = needed > width ? cutWord(stretch.spans, width, ruler) : [stretch.spans]
    parts.forEach((part, index) => {
      if (index > 0) endLine()
      line.push(...part)
      used += part.reduce((sum, span) => sum + ruler(span), 0)
    })
    if (stretch.ends) endLine()
  }
  if (line.length > 0 || lines.length === 0) endLine()
  return lines
}

/** As `breakLines`, but without a last line so short that it looks lost, where other breaks take no more lines. */
export function breakParagraph(spans: readonly Span[], width: number, ruler: Ruler): Line[] {
  const lines = breakLines(spans, width, ruler)
  const isLost = (last: Line | undefined) => last !== undefined && last.width < width * 0.12
  if (lines.length === 1 || !isLost(lines.at(-1))) return lines
  const widestWord = Math.max(...listStretches(spans).map((stretch) => measureSpans(stretch.spans, ruler)))
  for (const narrower of [0.97, 0.94, 0.91, 0.88, 0.85].map((share) => width * share)) {
    const tried = breakLines(spans, narrower, ruler)
    if (tried.length > lines.length || widestWord > narrower) return lines
    if (!isLost(tried.at(-1))) return tried
  }
  return lines
}

/** Two lines that part where Chinese, which has no spaces, has a mark between its words; undefined when neither fits so. */
function breakAtMark(spans: readonly Span[], width: number, ruler: Ruler): Line[] | undefined {
  const text = whole(spans)
  const halves = [...text.matchAll(/[：；，。！？]/gu)].flatMap(({ index }) => {
    const lines = [sliceSpans(spans, 0, index + 1), sliceSpans(spans, index + 1, text.length)]
    const set = lines.map((line) => finishLine(line, ruler))
    return set.every((line) => line.width > 0 && line.width <= width) ? [set] : []
  })
  const widest = (lines: readonly Line[]) => Math.max(...lines.map((line) => line.width))
  return halves.toSorted((a, b) => widest(a) - widest(b))[0]
}

/** As `breakLines`, with lines of about the same length: for titles, where one word alone on a line looks lost. */
export function breakLinesEvenly(spans: readonly Span[], width: number, ruler: Ruler): Line[] {
  const lines = breakLines(spans, width, ruler)
  if (lines.length === 1) return lines
  const atMark = lines.length === 2 ? breakAtMark(spans, width, ruler) : undefined
  if (atMark) return atMark
  let best = lines
  let low = width / 2
  let high = width
  while (high - low > 4) {
    const middle = (low + high) / 2
    const tried = breakLines(spans, middle, ruler)
    if (tried.length === lines.length) {
      best = tried
      high = middle
    } else low = middle
  }
  return best
}
