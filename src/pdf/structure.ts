import type { Language } from '../domain/ids.ts'
import type { Box } from './box.ts'
import { pointTo, type ObjectPacker, type Reference } from './pack-objects.ts'

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

/** What hangs on an element, in order: marks on pages, and elements. `page` is that of its first mark. */
type Element = { readonly ref: Reference; readonly entries: string; readonly kids: string[]; page?: Reference }

export type Structure = {
  /** the number of a new mark on a page that belongs to a tag */
  readonly mark: (tag: Tag, page: MarkedPage) => number
  /** writes it all */
  readonly finish: () => void
}
/** A page, and whose each of its marks is; `height` in points. */
export type MarkedPage = { readonly ref: Reference; readonly height: number; readonly owners: Reference[] }

/** A text as PDF 32000-1, 7.9.2.2 has it: plain where it is, else UTF-16 in hex. */
function writeString(text: string): string {
  if (/^[\u0020-\u007e]*$/u.test(text)) return `(${text.replaceAll(/[()\\]/gu, String.raw`\$&`)})`
  const codes = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0'))
  return `<feff${codes.join('')}>`
}

function writeBox({ x, y, width, height }: Box, pageHeight: number): string {
  const edges = [x, pageHeight - y - height, x + width, pageHeight - y]
  return edges.map((edge) => Math.round(edge * 1e6) / 1e6).join(' ')
}

/** The entries of an element that do not depend on what hangs on it: PDF 32000-1, 14.7.2 and 14.9. */
function writeEntries(tag: Tag, parent: Reference, language: Language, pageHeight: number): string {
  let entries = `/S /${tag.type} /P ${pointTo(parent)}`
  if (tag.language !== undefined && tag.language !== language) entries += ` /Lang ${writeString(tag.language)}`
  if (tag.alternative !== undefined) entries += ` /Alt ${writeString(tag.alternative)}`
  if (tag.actualText !== undefined) entries += ` /ActualText ${writeString(tag.actualText)}`
  if (tag.box) entries += ` /A <</O /Layout /Placement /Block /BBox [${writeBox(tag.box, pageHeight)}]>>`
  return entries
}

/**
 * The structure tree of a document: its elements hang on one Document element, in the order they are first drawn. pdfkit
 * has one too, which takes four times as long.
 * @param root the object of the tree, on which the Document element hangs
 */
export function createStructure(packer: ObjectPacker, root: Reference, language: Language) {
  const top: Element = { ref: packer.reserve(), entries: `/S /Document /P ${pointTo(root)}`, kids: [] }
  const elements = new Map<Tag, Element>()
  const findElement = (tag: Tag, page: MarkedPage): Element => {
    const known = elements.get(tag)
    if (known) return known
    const parent = tag.parent ? findElement(tag.parent, page) : top
    const ref = packer.reserve()
    const element: Element = { ref, entries: writeEntries(tag, parent.ref, language, page.height), kids: [] }
    parent.kids.push(pointTo(ref))
    elements.set(tag, element)
    return element
  }
  const structure: Structure = {
    mark: (tag, page) => {
      const element = findElement(tag, page)
      const mark = page.owners.push(element.ref) - 1
      element.page ??= page.ref
      const isOnItsPage = element.page === page.ref
      element.kids.push(isOnItsPage ? String(mark) : `<</Type /MCR /Pg ${pointTo(page.ref)} /MCID ${mark}>>`)
      return mark
    },
    finish: () => {
      for (const { ref, entries, kids, page } of [top, ...elements.values()])
        packer.add(ref, `<<${entries}${page ? ` /Pg ${pointTo(page)}` : ''} /K [${kids.join(' ')}]>>`)
    },
  }
  return { structure, top: top.ref }
}
