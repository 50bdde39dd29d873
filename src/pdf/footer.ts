import type { Sheet } from '../domain/sheet.ts'
import { drawText, type Canvas } from './canvas.ts'
import type { Lanes } from './lanes.ts'
import { colors, sizes } from './look.ts'
import { measureText, scaleLength, setLines, toSpans, type Setting, type Style, type TextBlock } from './setting.ts'

/** The foot of every page. `height` in points, with the space above it. */
export type Footer = {
  readonly height: number
  readonly draw: (canvas: Canvas, x: number, bottom: number, page: number, pages: number) => void
}

const style: Style = { size: sizes.small, color: colors.muted, weight: 'regular' }

function toSmallSpans(setting: Setting, text: string, strong = false) {
  return toSpans(setting, strong ? [{ text, strong }] : [{ text }], style, { color: colors.ink })
}

function countPage(setting: Setting, { footer }: Sheet, page: number, pages: number) {
  const counted = footer.page.replaceAll('{page}', String(page)).replaceAll('{pages}', String(pages))
  return toSmallSpans(setting, counted)
}

/** Rows at the left: what the sheet is and the notice on one if they leave room for the page number, else on two. */
function setRows(setting: Setting, { footer }: Sheet, width: number, endWidth: number): TextBlock[] {
  // Room for the second digit of a long sheet's page numbers is in the gap.
  const gap = scaleLength(setting, 14)
  const notice = footer.notice === '' ? [] : toSmallSpans(setting, `${footer.notice} `, true)
  const about = toSmallSpans(setting, footer.left)
  if (notice.length === 0) return [setLines(setting, about, width - endWidth - gap)]
  const together = [...notice, ...toSmallSpans(setting, '· '), ...about]
  if (measureText(setting, together) + gap + endWidth <= width) return [setLines(setting, together, width)]
  return [setLines(setting, notice, width - endWidth - gap), setLines(setting, about, width)]
}

/** The foot of one language, `width` points wide. */
function setLaneFooter(setting: Setting, sheet: Sheet, width: number): Footer {
  const rows = setRows(setting, sheet, width, measureText(setting, countPage(setting, sheet, 8, 8)))
  const words = rows.reduce((sum, row) => sum + row.height, 0)
  const ruleGap = scaleLength(setting, 4)
  return {
    height: words + ruleGap + scaleLength(setting, 6),
    draw: (canvas, x, bottom, page, pages) => {
      const top = bottom - words
      canvas.artifact('footer', () => {
        const level = top - ruleGap
        canvas.shapes
          .lineWidth(0.7)
          .strokeColor(colors.line)
          .moveTo(x, level)
          .lineTo(x + width, level)
          .stroke()
        let rowTop = top
        for (const row of rows) {
          drawText(canvas, row, { x, y: rowTop, width })
          rowTop += row.height
        }
        const end = setLines(setting, countPage(setting, sheet, page, pages), width)
        drawText(canvas, end, { x, y: top, width }, 'right')
      })
    },
  }
}

/** The foot of a paper: that of each language under its own lane. */
export function setFooter({ lanes, width, offset }: Lanes): Footer {
  const footers = lanes.map(({ setting, sheet }) => setLaneFooter(setting, sheet, width))
  const height = Math.max(...footers.map((footer) => footer.height))
  return {
    height,
    draw: (canvas, x, bottom, page, pages) =>
      footers.forEach((footer, index) =>
        footer.draw(canvas, x + index * offset, bottom - height + footer.height, page, pages),
      ),
  }
}
