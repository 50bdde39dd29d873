import type { EmbeddedFont } from './embed-font.ts'
import type { QuickFont } from './quick-font.ts'

/** A text on a page: `size` in points, `color` as #rrggbb; `isTemplate` where the library says it, and no one typed it. */
export type PageText = {
  readonly text: string
  readonly size: number
  readonly color: string
  readonly isTemplate?: boolean
}

/** A number as PDF writes it: a thousandth of a point is finer than any printer. */
function write(number: number): string {
  return String(Math.round(number * 1000) / 1000)
}

const knownColors = new Map<string, string>()

function writeColor(color: string): string {
  const known = knownColors.get(color)
  if (known !== undefined) return known
  const written = [1, 3, 5].map((at) => write(Number.parseInt(color.slice(at, at + 2), 16) / 255)).join(' ')
  knownColors.set(color, written)
  return written
}

/** The codes of a text, with the moves between them where letters stand nearer than their widths say: PDF 32000-1, 9.4.3. */
function writeCodes(text: string, size: number, font: QuickFont, embedded: EmbeddedFont): string {
  const { glyphs, kerns, shifts } = font.layOut(text)
  const { perThousand } = font.metrics
  let codes = '[('
  let isOpen = false // whether a code follows the last bracket
  const move = (units: number) => {
    if (units === 0) return
    codes = `${isOpen ? `${codes}) ` : codes.slice(0, -1)}${write(-units * perThousand)} (`
    isOpen = false
  }
  const rise = (units: number) => {
    codes = `${isOpen ? `${codes})` : codes.slice(0, -1)}] TJ ${write((units * perThousand * size) / 1000)} Ts [(`
    isOpen = false
  }
  const last = glyphs.length - 1
  glyphs.forEach((glyph, index) => {
    const { x, y } = shifts?.[index] ?? { x: 0, y: 0 }
    move(x)
    if (y !== 0) rise(y)
    codes += embedded.encode(glyph)
    isOpen = true
    if (y !== 0) rise(0)
    if (index < last) move((kerns[index] ?? 0) - x)
  })
  return `${isOpen ? `${codes})` : codes.slice(0, -1)}] TJ`
}

/** The operators that draw a text from `x`, upon `baseline`, in points. pdfkit turned the page upside down, so the letters are turned back. */
export function writeText(
  item: PageText,
  x: number,
  baseline: number,
  font: QuickFont,
  embedded: EmbeddedFont,
): string {
  const { text, size, color, isTemplate = false } = item
  const codes = isTemplate
    ? embedded.recall(`${size}|${text}`, () => writeCodes(text, size, font, embedded))
    : writeCodes(text, size, font, embedded)
  return `BT
/${embedded.name} ${write(size)} Tf
${writeColor(color)} rg
1 0 0 -1 ${write(x)} ${write(baseline)} Tm
${codes}
ET`
}
