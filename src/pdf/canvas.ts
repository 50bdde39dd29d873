import type { Language } from '../domain/ids.ts'
import type { Line, Ruler } from './break-lines.ts'
import type { Box } from './box.ts'
import type { TextBlock } from './setting.ts'
import type { PdfFile } from './pdf-document.ts'
import type { Tag } from './structure.ts'

export type Align = 'left' | 'right' | 'center'

/** A tag in the language of what it is set in. */
export function makeTag({ language }: { readonly language: Language }, type: Tag['type']): Tag {
  return { type, language }
}
/** What is drawn but not read: the look of the page, or what repeats at the head and foot of each. */
export type ArtifactKind = 'layout' | 'header' | 'footer'

/** Draws on the newest page; nothing is drawn outside `tagged` and `artifact`. */
export type Canvas = {
  readonly addPage: () => void
  readonly tagged: (tag: Tag, draw: () => void) => void
  readonly artifact: (kind: ArtifactKind, draw: () => void) => void
  readonly line: (line: Line, x: number, baseline: number) => void
  readonly shapes: PDFKit.PDFDocument
}

// Height of a capital letter, as a share of the type size: text is centred in its line by it.
const capHeight = 0.714

const artifacts: Record<ArtifactKind, string> = {
  layout: '/Type /Layout',
  header: '/Type /Pagination /Attached [/Top]',
  footer: '/Type /Pagination /Attached [/Bottom]',
}

/** A canvas on an open document. */
export function createCanvas(file: PdfFile, ruler: Ruler): Canvas {
  const { doc, addPage, write, mark } = file
  const within = (operator: string, draw: () => void) => {
    doc.addContent(`${operator} BDC`)
    draw()
    doc.addContent('EMC')
  }
  return {
    shapes: doc,
    addPage,
    tagged: (tag, draw) => within(`/${tag.type} <</MCID ${mark(tag)}>>`, draw),
    artifact: (kind, draw) => within(`/Artifact <<${artifacts[kind]}>>`, draw),
    line: ({ spans }, x, baseline) => {
      let at = x
      spans.forEach((span, index) => {
        write(span.face, span, at, baseline)
        if (index < spans.length - 1) at += ruler(span)(0, span.text.length)
      })
    },
  }
}

/** Draws text whose first line begins `y` points from the top; `width` in points is what it is aligned in. */
export function drawText(canvas: Canvas, block: TextBlock, box: Omit<Box, 'height'>, align: Align = 'left'): void {
  const share = { left: 0, center: 0.5, right: 1 }[align]
  block.lines.forEach((line, index) => {
    const size = Math.max(...line.spans.map((span) => span.size))
    const baseline = box.y + index * block.leading + (block.leading + capHeight * size) / 2
    canvas.line(line, box.x + (box.width - line.width) * share, baseline)
  })
}
