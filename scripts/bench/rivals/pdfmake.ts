import path from 'node:path'
import { assertNever } from '../../../src/domain/app-error.ts'
import type { Marker, NumberLine, Text } from '../../../src/domain/sheet.ts'
import { colors, margins, sizes } from '../../../src/pdf/look.ts'
import { loadPackage } from '../load-package.ts'
import { listLabels, toPlainSheet, type PlainBlock, type PlainSection, type PlainSheet } from '../plain-sheet.ts'
import type { Rival } from '../rival.ts'

/** What is used of the package; it writes into what it is given, so everything given is made anew. */
type Pdfmake = {
  readonly setFonts: (fonts: object) => void
  readonly setUrlAccessPolicy: (mayRead: () => boolean) => void
  readonly setLocalAccessPolicy: (mayRead: () => boolean) => void
  readonly createPdf: (definition: object) => { readonly getBuffer: () => Promise<Uint8Array> }
}

const lineWidth = 300

const toRuns = (text: Text) => text.map((run) => ({ text: run.text, bold: run.strong === true }))

function toMarker(marker: Marker): object {
  const arm = { type: 'line', lineColor: colors.stop, lineWidth: 1.8 }
  const shapes: Record<Marker, readonly object[]> = {
    check: [{ type: 'rect', x: 0.5, y: 3, w: 9, h: 9, lineColor: colors.ink }],
    cross: [
      { ...arm, x1: 1, y1: 4, x2: 9, y2: 12 },
      { ...arm, x1: 9, y1: 4, x2: 1, y2: 12 },
    ],
    bullet: [{ type: 'ellipse', x: 5, y: 8, r1: 2.3, r2: 2.3, color: colors.accent }],
  }
  return { canvas: [...shapes[marker]], width: 16 }
}

function toNumberLine(line: NumberLine): object {
  const at = (value: number) => (Math.min(value, line.end) / line.end) * lineWidth
  const bar = { type: 'rect', x: 0, y: 3, h: 9, r: 4.5 }
  return {
    stack: [
      {
        canvas: [
          { ...bar, w: lineWidth, color: colors.track },
          { ...bar, w: at(line.upperLimit), color: colors.normal },
          { type: 'ellipse', x: at(line.value), y: 7.5, r1: 6, r2: 6, color: colors.accent },
        ],
      },
      { columns: listLabels(line).map((text) => ({ text, fontSize: sizes.small })) },
    ],
  }
}

function toItem(marker: Marker, text: Text): object {
  return { columns: [toMarker(marker), { text: toRuns(text) }] }
}

function toContent(block: PlainBlock): object {
  switch (block.kind) {
    case 'text':
      return { text: toRuns(block.text), fontSize: block.size, color: block.color }
    case 'list': {
      const items = block.items.map(({ marker, text }) => toItem(marker, text))
      if (block.columns === 1) return { stack: items }
      const half = Math.ceil(items.length / 2)
      return { columns: [{ stack: items.slice(0, half) }, { stack: items.slice(half) }], columnGap: 14 }
    }
    case 'result':
      return { stack: [...block.words.map(toContent), ...(block.line ? [toNumberLine(block.line)] : [])] }
    default:
      return assertNever(block)
  }
}

function toSection({ box, blocks }: PlainSection): object {
  const stack = blocks.map(toContent)
  if (!box) return { stack, margin: [0, 0, 0, 6] }
  const layout = { hLineColor: box.border, vLineColor: box.border }
  return { table: { widths: ['*'], body: [[{ stack, fillColor: box.fill }]] }, layout, margin: [0, 0, 0, 6] }
}

function toDefinition({ language, title, head, sections, foot }: PlainSheet): object {
  const stack = (texts: readonly Text[], alignment: string) => ({
    stack: texts.map((text) => ({ text: toRuns(text) })),
    alignment,
  })
  const footer = (page: number, pages: number) => ({
    columns: [
      { text: `${foot.notice} · ${foot.left}` },
      {
        text: foot.page.replace('{page}', String(page)).replace('{pages}', String(pages)),
        alignment: 'right',
        width: 60,
      },
    ],
    fontSize: sizes.small,
    margin: [margins.standard.side, 0],
  })
  return {
    info: { title },
    language,
    pageSize: 'A4',
    pageMargins: [margins.standard.side, margins.standard.top, margins.standard.side, 52],
    defaultStyle: { font: language === 'zh-CN' ? 'Chinese' : 'Main', fontSize: sizes.text, color: colors.ink },
    footer,
    content: [{ columns: [stack(head.left, 'left'), stack(head.right, 'right')] }, ...sections.map(toSection)],
  }
}

/** pdfmake. */
export const pdfmake: Rival = {
  name: 'pdfmake',
  isSlow: true,
  open: async (folder) => {
    const maker = loadPackage('pdfmake') as Pdfmake // reason: its public API
    const family = (file: string) => ({
      normal: path.join(folder, `${file}-Regular.ttf`),
      bold: path.join(folder, `${file}-Bold.ttf`),
    })
    maker.setFonts({ Main: family('NotoSans'), Chinese: family('NotoSansSC') })
    maker.setUrlAccessPolicy(() => false)
    maker.setLocalAccessPolicy(() => true)
    return {
      draw: async ({ sheet }) => maker.createPdf(toDefinition(toPlainSheet(sheet))).getBuffer(),
      close: async () => {},
    }
  },
}
