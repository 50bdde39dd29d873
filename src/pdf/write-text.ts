import type { EmbeddedFont } from './embed-font.ts'
import type { QuickFont } from './quick-font.ts'

/** A string on a page: `size` in points, `color` as #rrggbb, `x` and `baseline` in points from the top left corner. */
export type PageText = {
  readonly text: string
  readonly size: number
  readonly color: string
  readonly x: number
  readonly baseline: number
}

/** A number as PDF writes it: a thousandth of a point is finer than any printer. */
function write(number: number): string {
  return String(Math.round(number * 1000) / 1000)
}

function writeColor(color: string): string {
  return [1, 3, 5].map((at) => write(Number.parseInt(color.slice(at, at + 2), 16) / 255)).join(' ')
}

/** The codes of a text, with the moves between them where letters stand nearer than their widths say: PDF 32000-1, 9.4.3. */
function writeCodes(text: string, size: number, font: QuickFont, embedded: EmbeddedFont): string {
  const { glyphs, places } = font.layOut(text)
  const { perThousand } = font.metrics
  let codes = ''
  const move = (units: number) => {
    if (units !== 0) codes += `> ${write(-units * perThousand)} <`
  }
  const rise = (units: number) => (codes += `>] TJ ${write((units * perThousand * size) / 1000)} Ts [<`)
  glyphs.forEach((glyph, index) => {
    const { xAdvance, xOffset, yOffset } = places[index] ?? { xAdvance: glyph.advanceWidth, xOffset: 0, yOffset: 0 }
    move(xOffset)
    if (yOffset !== 0) rise(yOffset)
    codes += embedded.encode(glyph)
    if (yOffset !== 0) rise(0)
    move(xAdvance - glyph.advanceWidth - xOffset)
  })
  return `[<${codes}>] TJ`.replaceAll('<> ', '').replace(/ -?[\d.]+ <>\] TJ$/u, '] TJ')
}

/** The operators that draw a text. pdfkit turned the page upside down, so the letters are turned back. */
export function writeText(item: PageText, font: QuickFont, embedded: EmbeddedFont): string {
  const { text, size, color, x, baseline } = item
  const codes = writeCodes(text, size, font, embedded)
  return [
    'BT',
    `/${embedded.name} ${write(size)} Tf`,
    `${writeColor(color)} rg`,
    `1 0 0 -1 ${write(x)} ${write(baseline)} Tm`,
    codes,
    'ET',
  ].join('\n')
}
