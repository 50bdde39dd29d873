import { listElements, type Element, type ReadPdf } from '../read-pdf.ts'

/** Blank edge every office printer leaves, in points. */
const edge = 36

/** Width without the space a line may end with; that one is never seen. */
export const seenWidth = ({ text, width, size }: { text: string; width: number; size: number }) =>
  text.endsWith(' ') ? width - 0.26 * size : width

/** The letters and shapes that stand where a printer may not reach: the words, or the place. */
export function listOutside(read: ReadPdf): string[] {
  const texts = read.drawn.flatMap((text) => {
    const { width = 0, height = 0 } = read.pages[text.page - 1] ?? {}
    const isInside =
      text.x >= edge - 0.01 &&
      text.x + seenWidth(text) <= width - edge + 0.5 &&
      text.y - 0.293 * text.size >= edge - 3 * (text.size / 9) &&
      text.y + 0.75 * text.size <= height - edge
    return isInside ? [] : [`"${text.text}" on page ${text.page}`]
  })
  const shapes = read.shapes.flatMap(({ page, left, top, right, bottom }) => {
    const { width = 0, height = 0 } = read.pages[page - 1] ?? {}
    const isInside =
      left >= edge - 0.01 && right <= width - edge + 0.01 && top >= edge - 0.01 && bottom <= height - edge + 0.01
    return isInside ? [] : [`a shape from ${left}, ${top} to ${right}, ${bottom} on page ${page}`]
  })
  return [...texts, ...shapes]
}

const isHeading = ({ role }: Element) => /^H\d$/u.test(role)

/** The headings that stand last on a page that is not the last one. */
export function listLonelyHeadings(read: ReadPdf): string[] {
  return read.pages.slice(0, -1).flatMap(({ elements }) => {
    const last = elements.at(-1)?.children.at(-1)
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

/** Text with one space between words and none beside a Chinese character: where a line ends there, no space is written. */
export function squeeze(...lines: readonly string[]): string {
  const text = lines.join(' ').normalize('NFC')
  return text
    .replaceAll(/(?<=[\u3000-\u9fff\uff00-\uffef])\s+|\s+(?=[\u3000-\u9fff\uff00-\uffef])/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}
