import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A stretch of text as drawn; lengths in points from the bottom left of its page, `y` on the baseline. */
export type DrawnText = {
  readonly page: number
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  /** as embedded, without the mark of its subset: "NotoSans-Bold" */
  readonly font: string
  readonly color: string
  /** what repeats on every page and is not read aloud */
  readonly artifact: boolean
}
/** Where a shape reaches, in points from the top left of its page. */
export type DrawnShape = {
  readonly page: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}
/** An element of the structure tree, with what hangs on it. */
export type Element = {
  readonly role: string
  readonly alternative?: string
  readonly box?: readonly number[]
  readonly children: readonly Element[]
}
export type ReadPage = { readonly width: number; readonly height: number; readonly elements: readonly Element[] }
export type ReadPdf = {
  readonly pages: readonly ReadPage[]
  /** what is read aloud, in order, with one space between words */
  readonly text: string
  readonly drawn: readonly DrawnText[]
  readonly shapes: readonly DrawnShape[]
  readonly xmp: string
}

type TreeNode = NonNullable<Awaited<ReturnType<PDFPageProxy['getStructTree']>>>
/** One sign of a `showText`: a glyph, or a shift in thousandths of the type size. */
type Sign = { readonly unicode: string; readonly width: number } | number

const squeeze = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

function toElement(node: TreeNode): Element {
  const children = node.children.flatMap((child) => ('role' in child ? [toElement(child)] : []))
  const alternative = 'alt' in node && typeof node.alt === 'string' ? { alternative: node.alt } : {}
  const box = 'bbox' in node && Array.isArray(node.bbox) ? { box: node.bbox.map(Number) } : {}
  return { role: node.role, ...alternative, ...box, children }
}

function toText(signs: readonly Sign[], size: number): Pick<DrawnText, 'text' | 'width'> {
  const width = signs.reduce<number>((sum, sign) => sum + (typeof sign === 'number' ? -sign : sign.width), 0)
  return {
    text: signs.map((sign) => (typeof sign === 'number' ? '' : sign.unicode)).join(''),
    width: (width * size) / 1000,
  }
}

type Drawing = { readonly drawn: DrawnText[]; readonly shapes: DrawnShape[]; readonly text: string }

/** Follows the drawing of a page. The pages of CareSheet are upside down and not scaled, so text stands where its matrix says. */
async function readDrawing(page: PDFPageProxy): Promise<Drawing> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const drawn: DrawnText[] = []
  const shapes: DrawnShape[] = []
  const open: string[] = []
  let [text, color, font, size, x, y] = ['', '', '', 0, 0, 0]
  fnArray.forEach((operator, index) => {
    const args = argsArray[index]
    switch (operator) {
      case OPS.beginMarkedContentProps:
      case OPS.beginMarkedContent:
        open.push(String(args[0]))
        text += ' '
        break
      case OPS.endMarkedContent:
        open.pop()
        text += ' '
        break
      case OPS.setFillRGBColor:
        color = String(args[0])
        break
      case OPS.setFont:
        font = String(page.commonObjs.get(args[0]).name).replace(/^[A-Z]{6}\+/u, '')
        size = Number(args[1])
        break
      case OPS.setTextMatrix:
        ;[x, y] = [Number(args[0][4]), (page.view[3] ?? 0) - Number(args[0][5])]
        break
      case OPS.showText: {
        const said = toText(args[0], size)
        const artifact = open.includes('Artifact')
        drawn.push({ page: page.pageNumber, ...said, x, y, size, font, color, artifact })
        if (!artifact) text += said.text
        x += said.width
        break
      }
      case OPS.constructPath: {
        const [left = 0, top = 0, right = 0, bottom = 0]: number[] = [...args[2]]
        shapes.push({ page: page.pageNumber, left, top, right, bottom })
        break
      }
      default:
    }
  })
  return { drawn, shapes, text }
}

/** Reads a PDF as a screen reader would: its text in order, its structure and what it says about itself. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, fontExtraProperties: true })
  try {
    const document = await task.promise
    const pages: ReadPage[] = []
    const drawings: Drawing[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const [left = 0, bottom = 0, right = 0, top = 0]: number[] = page.view
      const tree = await page.getStructTree()
      pages.push({ width: right - left, height: top - bottom, elements: tree ? toElement(tree).children : [] })
      drawings.push(await readDrawing(page))
    }
    return {
      pages,
      text: squeeze(drawings.map((drawing) => drawing.text).join(' ')),
      drawn: drawings.flatMap((drawing) => drawing.drawn),
      shapes: drawings.flatMap((drawing) => drawing.shapes),
      xmp: /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/u.exec(Buffer.from(bytes).toString('utf8'))?.[0] ?? '',
    }
  } finally {
    await task.destroy()
  }
}

/** Every element below `elements`, in reading order. */
export function listElements(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) => [element, ...listElements(element.children)])
}
