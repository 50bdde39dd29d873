import type { Language } from '../domain/ids.ts'
import type { Line, Ruler } from './break-lines.ts'
import type { TextBlock } from './setting.ts'
import type { PdfFile } from './pdf-document.ts'

/** A box in points from the top left corner of the page. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type Align = 'left' | 'right' | 'center'

/** An element of the structure a screen reader follows. The object itself is its name: drawing under it again adds to it. */
export type Tag = {
  readonly type: 'H1' | 'H2' | 'H3' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Figure'
  readonly parent?: Tag
  /** of what is under it; only one that is not the document's is written */
  readonly language?: Language
  readonly alternative?: string
  readonly actualText?: string
  readonly box?: Box
}
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

function openElement({ doc, language }: PdfFile, tag: Tag): PDFKit.PDFStructureElement {
  const { box } = tag
  const options = {
    ...(tag.language === undefined || tag.language === language ? {} : { lang: tag.language }),
    ...(tag.alternative === undefined ? {} : { alt: tag.alternative }),
    ...(tag.actualText === undefined ? {} : { actual: tag.actualText }),
    ...(box ? { bbox: [box.x, box.y, box.x + box.width, box.y + box.height] } : {}),
  }
  return doc.struct(tag.type, options)
}

/** A canvas on an open document; its elements hang on one Document element, in the order they are first drawn. */
export function createCanvas(file: PdfFile, ruler: Ruler): Canvas {
  const { doc, addPage, write } = file
  const root = doc.struct('Document')
  const elements = new Map<Tag, PDFKit.PDFStructureElement>()
  doc.addStructure(root)

  const findElement = (tag: Tag): PDFKit.PDFStructureElement => {
    const known = elements.get(tag)
    if (known) return known
    const element = openElement(file, tag)
    const parent = tag.parent ? findElement(tag.parent) : root
    parent.add(element)
    elements.set(tag, element)
    return element
  }
  return {
    shapes: doc,
    addPage,
    tagged: (tag, draw) => void findElement(tag).add(draw),
    artifact: (kind, draw) => {
      if (kind === 'layout') doc.markContent('Artifact', { type: 'Layout' })
      else doc.markContent('Artifact', { type: 'Pagination', attached: [kind === 'header' ? 'Top' : 'Bottom'] })
      draw()
      doc.endMarkedContent()
    },
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
