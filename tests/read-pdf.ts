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
  /** as "#16222e"; "none" where it is written and not seen */
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
  /** its line is broken into dashes */
  readonly isDashed: boolean
  /** what it is drawn with, as "#16222e"; null where it has no line, or is not filled */
  readonly line: string | null
  readonly fill: string | null
  /** the role it is drawn under: "Lbl" for the sign of an item */
  readonly role: string
}
/** An element of the structure tree, with what hangs on it. */
export type Element = {
  readonly role: string
  readonly alternative?: string
  readonly box?: readonly number[]
  /** where it differs from the document's */
  readonly language?: string
  /** what is written under it and under all below it, in the order a screen reader follows */
  readonly words: string
  readonly children: readonly Element[]
}
export type ReadPage = {
  /** as another object of the file refers to it: "12 0 R" */
  readonly reference: string
  readonly width: number
  readonly height: number
  readonly elements: readonly Element[]
  readonly marked: Marked
}
export type ReadPdf = {
  readonly pages: readonly ReadPage[]
  /** what is read aloud, in the order it is drawn, with one space between words */
  readonly text: string
  /** the same in the order of the structure, which a screen reader follows */
  readonly spoken: string
  readonly drawn: readonly DrawnText[]
  readonly shapes: readonly DrawnShape[]
  /** what is neither in the structure nor an artifact: its words, or "a shape" */
  readonly unmarked: readonly string[]
  readonly xmp: string
  /** of the whole document */
  readonly language: string
}

/** What was written under each mark of a page, by its number. */
type Marked = ReadonlyMap<number, string>

type TreeNode = NonNullable<Awaited<ReturnType<PDFPageProxy['getStructTree']>>>
/** One sign of a `showText`: a glyph, or a shift in thousandths of the type size. */
type Sign = { readonly unicode: string; readonly width: number } | number

const squeeze = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

function toElement(node: TreeNode, marked: Marked): Element {
  const elements = node.children.map((child) => ('role' in child ? toElement(child, marked) : null))
  const words = node.children.map((child, index) => {
    const mark = 'id' in child && typeof child.id === 'string' ? Number(child.id.split('_mc')[1]) : Number.NaN
    return elements[index]?.words ?? marked.get(mark) ?? ''
  })
  const language = 'lang' in node && typeof node.lang === 'string' ? { language: node.lang } : {}
  const alternative = 'alt' in node && typeof node.alt === 'string' ? { alternative: node.alt } : {}
  const box = 'bbox' in node && Array.isArray(node.bbox) ? { box: node.bbox.map(Number) } : {}
  const children = elements.filter((element) => element !== null)
  return { role: node.role, ...alternative, ...box, ...language, words: squeeze(words.join(' ')), children }
}

function toText(signs: readonly Sign[], size: number): Pick<DrawnText, 'text' | 'width'> {
  const width = signs.reduce<number>((sum, sign) => sum + (typeof sign === 'number' ? -sign : sign.width), 0)
  return {
    text: signs.map((sign) => (typeof sign === 'number' ? '' : sign.unicode)).join(''),
    width: (width * size) / 1000,
  }
}

type Drawing = {
  readonly drawn: DrawnText[]
  readonly shapes: DrawnShape[]
  readonly unmarked: string[]
  readonly text: string
  readonly marked: Marked
}

const lines: readonly number[] = [OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.closeFillStroke]
const fills: readonly number[] = [OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.closeFillStroke]

/** How what is drawn next is scaled and moved, within a page that is upside down. */
type Place = { readonly scale: number; readonly x: number; readonly y: number }

/** Follows the drawing of a page. The pages of CareSheet are upside down; shapes alone may be scaled, so text stands where its matrix says. */
async function readDrawing(page: PDFPageProxy): Promise<Drawing> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const drawn: DrawnText[] = []
  const shapes: DrawnShape[] = []
  const unmarked: string[] = []
  const open: { readonly tag: string; readonly mark: unknown }[] = []
  const marked = new Map<number, string>()
  let [text, color, font, size, x, y] = ['', '', '', 0, 0, 0]
  let lineColor = ''
  let place: Place = { scale: 1, x: 0, y: 0 }
  let [isHidden, isDashed] = [false, false]
  const places: Place[] = []
  let forms = 0 // drawings within the drawing, which have measures of their own and reach no further than their box
  fnArray.forEach((operator, index) => {
    const args = argsArray[index]
    switch (operator) {
      case OPS.beginMarkedContentProps:
      case OPS.beginMarkedContent:
        open.push({ tag: String(args[0]), mark: args[1] })
        text += ' '
        break
      case OPS.endMarkedContent:
        open.pop()
        text += ' '
        break
      case OPS.setFillRGBColor:
        color = String(args[0])
        break
      case OPS.setStrokeRGBColor:
        lineColor = String(args[0])
        break
      case OPS.setFillGray:
      case OPS.setFillCMYKColor:
        color = `another kind of colour: ${args.join(' ')}`
        break
      case OPS.setTextRenderingMode:
        isHidden = Number(args[0]) === 3
        break
      case OPS.setDash:
        isDashed = args[0].length > 0
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
        const artifact = open.some(({ tag }) => tag === 'Artifact')
        const mark = open.at(-1)?.mark
        if (!artifact && typeof mark !== 'number') unmarked.push(said.text)
        if (typeof mark === 'number') marked.set(mark, `${marked.get(mark) ?? ''}${said.text}`)
        drawn.push({ page: page.pageNumber, ...said, x, y, size, font, color: isHidden ? 'none' : color, artifact })
        if (!artifact) text += said.text
        x += said.width
        break
      }
      case OPS.save:
        places.push(place)
        break
      case OPS.restore:
        place = places.pop() ?? place
        break
      case OPS.transform: {
        const [scale = 1, , , down = 1, right = 0, below = 0]: number[] = [...args]
        if (down < 0) break // the page itself is turned
        place = { scale: place.scale * scale, x: place.x + place.scale * right, y: place.y + place.scale * below }
        break
      }
      case OPS.paintFormXObjectBegin:
        forms += 1
        break
      case OPS.paintFormXObjectEnd:
        forms -= 1
        break
      case OPS.constructPath: {
        if (forms > 0) break
        const [left = 0, top = 0, right = 0, bottom = 0]: number[] = [...args[2]]
        const [across, down] = [(at: number) => place.x + place.scale * at, (at: number) => place.y + place.scale * at]
        shapes.push({
          page: page.pageNumber,
          left: across(left),
          top: down(top),
          right: across(right),
          bottom: down(bottom),
          isDashed,
          line: lines.includes(args[0]) ? lineColor : null,
          fill: fills.includes(args[0]) ? color : null,
          role: open.at(-1)?.tag ?? '',
        })
        if (open.length === 0) unmarked.push('a shape')
        break
      }
      default:
    }
  })
  return { drawn, shapes, unmarked, text, marked }
}

/** Reads a PDF as a screen reader would: its text in order, its structure and what it says about itself. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, fontExtraProperties: true })
  try {
    const document = await task.promise
    const { info } = await document.getMetadata()
    const pages: ReadPage[] = []
    const drawings: Drawing[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const [left = 0, bottom = 0, right = 0, top = 0]: number[] = page.view
      const [tree, drawing] = [await page.getStructTree(), await readDrawing(page)]
      const elements = tree ? toElement(tree, drawing.marked).children : []
      const reference = `${page.ref?.num ?? 0} ${page.ref?.gen ?? 0} R`
      pages.push({ reference, width: right - left, height: top - bottom, elements, marked: drawing.marked })
      drawings.push(drawing)
    }
    return {
      pages,
      text: squeeze(drawings.map((drawing) => drawing.text).join(' ')),
      spoken: squeeze(pages.flatMap(({ elements }) => elements.map(({ words }) => words)).join(' ')),
      drawn: drawings.flatMap((drawing) => drawing.drawn),
      shapes: drawings.flatMap((drawing) => drawing.shapes),
      unmarked: drawings.flatMap((drawing) => drawing.unmarked),
      language: 'Language' in info ? String(info.Language) : '',
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
