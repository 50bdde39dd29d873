import { readFileSync } from 'node:fs'
import path from 'node:path'
import { assertNever } from '../../../src/domain/app-error.ts'
import { toPlain, type ListItem, type NumberLine, type Text } from '../../../src/domain/sheet.ts'
import { colors, margins, paperSizes, sizes } from '../../../src/pdf/look.ts'
import { loadPackage } from '../load-package.ts'
import { listLabels, toPlainSheet, type PlainBlock, type PlainSection, type PlainSheet } from '../plain-sheet.ts'
import type { Rival } from '../rival.ts'

/** What is used of the package: lengths are in points from the top left corner. */
type Document = {
  readonly addFileToVFS: (name: string, base64: string) => void
  readonly addFont: (file: string, family: string, style: string) => void
  readonly setFont: (family: string, style: string) => void
  readonly setFontSize: (size: number) => void
  readonly setTextColor: (color: string) => void
  readonly setFillColor: (color: string) => void
  readonly setDrawColor: (color: string) => void
  readonly splitTextToSize: (text: string, width: number) => string[]
  readonly text: (text: string | readonly string[], x: number, y: number, options?: object) => void
  readonly rect: (x: number, y: number, width: number, height: number, style?: string) => void
  readonly line: (x1: number, y1: number, x2: number, y2: number) => void
  readonly circle: (x: number, y: number, radius: number, style: string) => void
  readonly addPage: () => void
  readonly setPage: (page: number) => void
  readonly getNumberOfPages: () => number
  readonly setDocumentProperties: (properties: object) => void
  readonly output: (type: 'arraybuffer') => ArrayBuffer
}
type JsPdf = { readonly jsPDF: new (options: object) => Document }

type Look = { readonly size: number; readonly color: string; readonly indent: number }

const [pageWidth, pageHeight] = paperSizes.A4
const width = pageWidth - 2 * margins.standard.side
const lowest = pageHeight - 52
const indent = 16

/** Writes down the page. jsPDF has no lines of mixed weight, so a text is bold only if all of it is. */
class Writer {
  private y: number = margins.standard.top
  private readonly doc: Document
  private readonly family: string

  constructor(doc: Document, family: string) {
    this.doc = doc
    this.family = family
  }

  text(text: Text, { size, color, indent: left }: Look): void {
    this.doc.setFont(this.family, text.every((run) => run.strong) ? 'bold' : 'normal')
    this.doc.setFontSize(size)
    this.doc.setTextColor(color)
    for (const line of this.doc.splitTextToSize(toPlain(text), width - left)) {
      this.needRoom(size * 1.3)
      this.y += size * 1.3
      this.doc.text(line, margins.standard.side + left, this.y)
    }
  }

  item({ marker, text }: ListItem): void {
    this.needRoom(sizes.text * 1.3)
    const [x, top] = [margins.standard.side, this.y + 6]
    this.doc.setDrawColor(marker === 'cross' ? colors.stop : colors.ink)
    if (marker === 'check') this.doc.rect(x, top, 9, 9)
    else if (marker === 'bullet') this.doc.circle(x + 5, top + 5, 2.3, 'F')
    else {
      this.doc.line(x, top, x + 9, top + 9)
      this.doc.line(x + 9, top, x, top + 9)
    }
    this.text(text, { size: sizes.text, color: colors.ink, indent })
  }

  numberLine(line: NumberLine): void {
    this.needRoom(40)
    const at = (value: number) => (Math.min(value, line.end) / line.end) * width
    this.doc.setFillColor(colors.track)
    this.doc.rect(margins.standard.side, this.y + 6, width, 9, 'F')
    this.doc.setFillColor(colors.normal)
    this.doc.rect(margins.standard.side, this.y + 6, at(line.upperLimit), 9, 'F')
    this.doc.setFillColor(colors.accent)
    this.doc.circle(margins.standard.side + at(line.value), this.y + 10.5, 6, 'F')
    this.doc.setFontSize(sizes.small)
    const labels = listLabels(line)
    this.y += 26
    labels.forEach((label, index) =>
      this.doc.text(label, margins.standard.side + (index * width) / labels.length, this.y),
    )
  }

  box(border: string, top: number): void {
    this.doc.setDrawColor(border)
    if (top < this.y) this.doc.rect(margins.standard.side - 4, top, width + 8, this.y - top + 5)
  }

  gap(height: number): number {
    this.y += height
    return this.y
  }

  private needRoom(height: number): void {
    if (this.y + height <= lowest) return
    this.doc.addPage()
    this.y = margins.standard.top
  }
}

function drawBlock(writer: Writer, block: PlainBlock): void {
  switch (block.kind) {
    case 'text':
      return writer.text(block.text, { ...block, indent: 0 })
    case 'list':
      return block.items.forEach((item) => writer.item(item))
    case 'result':
      block.words.forEach((words) => drawBlock(writer, words))
      if (block.line) writer.numberLine(block.line)
      return
    default:
      assertNever(block)
  }
}

function drawSection(writer: Writer, { box, blocks }: PlainSection): void {
  const top = writer.gap(8)
  for (const block of blocks) drawBlock(writer, block)
  if (box) writer.box(box.border, top)
}

function drawFooters(doc: Document, { foot }: PlainSheet): void {
  const pages = doc.getNumberOfPages()
  doc.setFontSize(sizes.small)
  for (let page = 1; page <= pages; page += 1) {
    doc.setPage(page)
    doc.text(`${foot.notice} · ${foot.left}`, margins.standard.side, pageHeight - 36)
    const count = foot.page.replace('{page}', String(page)).replace('{pages}', String(pages))
    doc.text(count, pageWidth - margins.standard.side, pageHeight - 36, { align: 'right' })
  }
}

/** jsPDF, with its fonts read once; each document takes them in anew, for it knows no other way. */
export const jspdf: Rival = {
  name: 'jsPDF',
  isSlow: true,
  open: async (folder) => {
    const { jsPDF } = loadPackage('jspdf') as JsPdf // reason: its public API
    const files = new Map(
      ['NotoSans-Regular', 'NotoSans-Bold', 'NotoSansSC-Regular', 'NotoSansSC-Bold'].map((name) => [
        `${name}.ttf`,
        readFileSync(path.join(folder, `${name}.ttf`), 'base64'),
      ]),
    )
    return {
      draw: async ({ sheet }) => {
        const plain = toPlainSheet(sheet)
        const family = plain.language === 'zh-CN' ? 'NotoSansSC' : 'NotoSans'
        const doc = new jsPDF({ unit: 'pt', format: 'a4', compress: true })
        for (const [style, file] of [
          ['normal', `${family}-Regular.ttf`],
          ['bold', `${family}-Bold.ttf`],
        ] as const) {
          doc.addFileToVFS(file, files.get(file) ?? '')
          doc.addFont(file, family, style)
        }
        doc.setDocumentProperties({ title: plain.title })
        const writer = new Writer(doc, family)
        for (const text of [...plain.head.left, ...plain.head.right])
          writer.text(text, { size: sizes.text, color: colors.ink, indent: 0 })
        for (const section of plain.sections) drawSection(writer, section)
        drawFooters(doc, plain)
        return new Uint8Array(doc.output('arraybuffer'))
      },
      close: async () => {},
    }
  },
}
