import { colors, sizes } from '../../src/pdf/look.ts'
import { listElements, type DrawnText, type Element, type ReadPdf } from '../read-pdf.ts'

/** Blank edges in points: every office printer reaches nearer to the top and the sides than to the foot. */
export const edges = {
  standard: { side: 36, top: 36, bottom: 36 },
  clear: { side: 24, top: 20, bottom: 36 },
  large: { side: 24, top: 20, bottom: 36 },
} as const

/** Width without the space a line may end with; that one is never seen. */
export const seenWidth = ({ text, width, size }: { text: string; width: number; size: number }) =>
  text.endsWith(' ') ? width - 0.26 * size : width

/** The letters and shapes that stand where a printer may not reach: the words, or the place. */
export function listOutside(read: ReadPdf, size: keyof typeof edges = 'standard'): string[] {
  const { side, top: head, bottom: foot } = edges[size]
  const texts = read.drawn.flatMap((text) => {
    const { width = 0, height = 0 } = read.pages[text.page - 1] ?? {}
    const isInside =
      text.x >= side - 0.01 &&
      text.x + seenWidth(text) <= width - side + 0.5 &&
      text.y - 0.293 * text.size >= foot - 3 * (text.size / 9) &&
      text.y + 0.75 * text.size <= height - head
    return isInside ? [] : [`"${text.text}" on page ${text.page}`]
  })
  const shapes = read.shapes.flatMap(({ page, left, top, right, bottom }) => {
    const { width = 0, height = 0 } = read.pages[page - 1] ?? {}
    const isInside =
      left >= side - 0.01 && right <= width - side + 0.01 && top >= head - 0.01 && bottom <= height - foot + 0.01
    return isInside ? [] : [`a shape from ${left}, ${top} to ${right}, ${bottom} on page ${page}`]
  })
  return [...texts, ...shapes]
}

function isApart(one: DrawnText, other: DrawnText): boolean {
  return (
    one.x + seenWidth(one) <= other.x + 0.5 ||
    other.x + seenWidth(other) <= one.x + 0.5 ||
    Math.abs(one.y - other.y) >= 0.72 * Math.min(one.size, other.size)
  )
}

/** The texts that run over another. */
export function listOverlaps(read: ReadPdf): string[] {
  const seen = read.drawn.filter(({ text }) => text.trim() !== '')
  return seen.flatMap((one, index) =>
    seen
      .slice(index + 1)
      .filter((other) => other.page === one.page && !isApart(one, other))
      .map((other) => `"${one.text}" and "${other.text}" on page ${one.page}`),
  )
}

const inks: readonly string[] = [colors.ink, colors.muted, colors.accentText, colors.careText, colors.stopText]

/** The texts in a colour that is hard to read on the grounds of the paper. */
export function listFaint(read: ReadPdf): string[] {
  return read.drawn.flatMap(({ text, color }) => (inks.includes(color) ? [] : [`"${text}" in ${color}`]))
}

const isHeading = ({ role }: Element) => /^H\d$/u.test(role)

/** The paragraphs of a page that only introduce what follows: in the muted colour, and larger than small print. */
function listSubtitles({ drawn }: ReadPdf, page: number): string {
  const quiet = drawn.filter((text) => text.page === page && text.color === colors.muted && text.size >= sizes.text)
  return squeeze(quiet.map(({ text }) => text).join(''))
}

/** The headings that stand last on a page that is not the last one, alone or with no more than the subtitle below them. */
export function listLonelyHeadings(read: ReadPdf): string[] {
  return read.pages.slice(0, -1).flatMap(({ elements }, index) => {
    const children = elements.at(-1)?.children ?? []
    const subtitles = listSubtitles(read, index + 1)
    const isSubtitle = ({ role, words }: Element) => role === 'P' && subtitles.includes(squeeze(words))
    const last = children.findLast((child) => !isSubtitle(child))
    return last && isHeading(last) ? [last.words] : []
  })
}

/** The headings of a paper by their level, in reading order: "H1", "H2", ... */
export function listLevels(read: ReadPdf): string[] {
  return read.pages.flatMap(({ elements }) =>
    listElements(elements)
      .filter(isHeading)
      .map(({ role }) => role),
  )
}

/** The first page, counted from 1, on which all of `words` stands; 0 for none. */
export function findPageWith(read: ReadPdf, words: string): number {
  const wanted = words.replaceAll(/\s+/gu, ' ').trim()
  return read.pages.findIndex(({ elements }) => elements.some((each) => each.words.includes(wanted))) + 1
}

/** The texts that stand on one line side by side, as one. */
function listLines({ drawn }: ReadPdf): string[] {
  const lines: { readonly at: DrawnText; readonly end: number; readonly text: string }[] = []
  for (const each of drawn) {
    const [last, end] = [lines.at(-1), each.x + each.width]
    const goesOn = last?.at.page === each.page && last.at.y === each.y && Math.abs(each.x - last.end) < 1
    if (last && goesOn) lines[lines.length - 1] = { at: last.at, end, text: last.text + each.text }
    else lines.push({ at: each, end, text: each.text })
  }
  return lines.map(({ text }) => text.replaceAll(/\s+/gu, ' '))
}

/** The parts of texts between which a dot is missing in the middle of a line; only the end of one stands for it. */
export function listLostDots(read: ReadPdf, texts: readonly string[]): string[] {
  const lines = listLines(read)
  const joints = texts.flatMap((text) => {
    const parts = text.normalize('NFC').replaceAll(/\s+/gu, ' ').split(' · ')
    return parts.slice(1).map((part, index) => [(parts[index] ?? '').slice(-12), part.slice(0, 12)] as const)
  })
  return joints.flatMap(([before, after]) =>
    lines.some((line) => line.includes(`${before} ${after}`) || line.includes(before + after))
      ? [`${before} · ${after}`]
      : [],
  )
}

/**
 * Text with one space between words, in place of a dot too, and none beside a Chinese character: where a line ends there,
 * neither is written.
 */
export function squeeze(...lines: readonly string[]): string {
  const text = lines.join(' ').normalize('NFC').replaceAll(/\s·\s/gu, ' ')
  return text
    .replaceAll(/(?<=[\u3000-\u9fff\uff00-\uffef])\s+|\s+(?=[\u3000-\u9fff\uff00-\uffef])/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}
