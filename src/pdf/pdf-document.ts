import PDFDocument from 'pdfkit'
import type { Language } from '../domain/ids.ts'
import { embedFont, type EmbeddedFont, type FontMark } from './embed-font.ts'
import type { FaceName, Fonts } from './load-fonts.ts'
import { packQuickly } from './pack-quickly.ts'
import { packObjects, type ObjectPacker, type ObjectWriter, type Reference } from './pack-objects.ts'
import { createStructure, type MarkedPage, type Tag } from './structure.ts'
import { listUsual } from './usual-characters.ts'
import { writeText, type PageText } from './write-text.ts'
import { escapeXml, universalAccessXmp } from './xmp.ts'

/** A PDF being drawn. */
export type PdfFile = {
  readonly language: Language
  readonly doc: PDFKit.PDFDocument
  readonly addPage: () => void
  /** the number of a new mark on the newest page, for what is drawn under a tag */
  readonly mark: (tag: Tag) => number
  /** draws a text on the newest page, from `x` and upon `baseline`, in points */
  readonly write: (face: FaceName, item: PageText, x: number, baseline: number) => void
  /** embeds the fonts that were drawn with, ends the document and gives its bytes */
  readonly end: () => Uint8Array
}

/** The members of pdfkit 0.20.2 that are not its public API. Only this file knows them; a test watches over them. */
type PrivateMembers = ObjectWriter & {
  info: Record<string, unknown>
  _addInfo: () => void
  addContent: (operators: string) => unknown
  readonly page: PrivatePage
  readonly getStructTreeRoot: () => Reference & { readonly data: object }
  readonly getStructParentTree: () => { readonly get: (page: number) => Reference[] }
}
type PrivatePage = {
  readonly content: PDFKit.PDFKitReference
  readonly dictionary: Reference
  readonly height: number
  readonly structParentTreeKey: number
} | null

/** `date` is YYYY-MM-DD; `width` and `height` are in points. */
export type DocumentOptions = {
  readonly language: Language
  readonly title: string
  readonly date: string
  readonly width: number
  readonly height: number
  readonly attachment?: Attachment
}

/** A file inside the PDF, for a machine to read; `type` is its media type. */
export type Attachment = {
  readonly name: string
  readonly type: string
  readonly description: string
  readonly text: string
}

/** pdfkit writes what it knows about the document into XML as it stands; there `&` and `<` must be escaped. */
function escapeInfoInXml(secret: PrivateMembers): void {
  const addInfo = secret._addInfo
  secret._addInfo = function addEscapedInfo(this: PrivateMembers) {
    const plain = this.info
    this.info = Object.fromEntries(
      Object.entries(plain).map(([key, value]) => [key, typeof value === 'string' ? escapeXml(value) : value]),
    )
    addInfo.call(this)
    this.info = plain
  }
}

/**
 * pdfkit's document is a stream that nobody reads here: what it writes of itself is only kept. A stream that waits for a
 * reader is held in memory until the program has time to look for one.
 */
class KeptDocument extends PDFDocument {
  declare written: Uint8Array[] | undefined // pdfkit writes already while it is made
  override push(bytes: Uint8Array): boolean {
    this.written = [...(this.written ?? []), bytes]
    return true
  }
}

const fontMarks: Record<FaceName, FontMark> = {
  'main-regular': { name: 'F1', tag: 'CSMAIN' },
  'main-bold': { name: 'F2', tag: 'CSMAIB' },
  'chinese-regular': { name: 'F3', tag: 'CSCHIN' },
  'chinese-bold': { name: 'F4', tag: 'CSCHIB' },
}

/** Gathers what is drawn on a page and compresses it once; pdfkit would keep each operator as bytes of its own. */
function gatherPages(secret: PrivateMembers): { readonly finishPage: () => void } {
  let operators: string[] = []
  secret.addContent = (text) => {
    operators.push(text)
    return secret
  }
  return {
    finishPage: () => {
      if (!secret.page) return
      const { content } = secret.page
      Object.assign(content.data, { Filter: 'FlateDecode' })
      content.write(packQuickly(Buffer.from(operators.join('\n'), 'latin1')))
      operators = []
    },
  }
}

/** Tags what is drawn: each page names the elements its marks belong to. */
function tagPages(secret: PrivateMembers, packer: ObjectPacker, language: Language) {
  const root = secret.getStructTreeRoot()
  const { structure, top } = createStructure(packer, root, language)
  Object.assign(root.data, { K: [top] })
  let newest: MarkedPage | undefined
  const findPage = ({ page }: PrivateMembers): MarkedPage => {
    if (!page) throw new Error('nothing is drawn before the first page')
    if (newest?.ref !== page.dictionary) {
      const owners = secret.getStructParentTree().get(page.structParentTreeKey)
      newest = { ref: page.dictionary, height: page.height, owners }
    }
    return newest
  }
  return { mark: (tag: Tag) => structure.mark(tag, findPage(secret)), finishStructure: structure.finish }
}

/** Draws pages and texts; a font is embedded once, and one nobody used is not. */
function writeOn(
  doc: PDFKit.PDFDocument,
  secret: PrivateMembers,
  fonts: Fonts,
  language: Language,
): Pick<PdfFile, 'addPage' | 'mark' | 'write' | 'end'> {
  const { finishPage } = gatherPages(secret)
  const { takeBytes, ...packer } = packObjects(secret)
  const { mark, finishStructure } = tagPages(secret, packer, language)
  const embedded = new Map<FaceName, EmbeddedFont>()
  const findFont = (face: FaceName): EmbeddedFont => {
    const font =
      embedded.get(face) ?? embedFont(doc, packer, fonts.open(face), fontMarks[face], listUsual(language, face))
    embedded.set(face, font)
    return font
  }
  let used = new Set<FaceName>() // on this page
  return {
    mark,
    addPage: () => {
      finishPage()
      doc.addPage()
      used = new Set()
    },
    write: (face, item, x, baseline) => {
      const font = findFont(face)
      if (!used.has(face)) Object.assign(doc.page.fonts, { [font.name]: font.ref })
      used.add(face)
      doc.addContent(writeText(item, x, baseline, fonts.open(face), font))
    },
    end: () => {
      finishPage()
      finishStructure()
      for (const font of embedded.values()) font.finish()
      doc.end()
      return takeBytes()
    },
  }
}

function attachFile(doc: PDFKit.PDFDocument, { name, type, description, text }: Attachment, day: Date): void {
  // Named, for pdfkit's types do not know the relationship.
  const options = { name, type, description, relationship: 'Supplement', creationDate: day, modifiedDate: day }
  doc.compress = true
  doc.file(Buffer.from(text), options)
  doc.compress = false
}

/**
 * An empty PDF that keeps PDF/UA-1 and PDF/A-2a, if all that is drawn is tagged; PDF/A-3a with a file inside.
 * What it says about itself depends on `options` alone, so the same sheet gives the same bytes.
 */
export function openDocument(fonts: Fonts, options: DocumentOptions): PdfFile {
  const { language, title, date, width, height, attachment } = options
  const day = new Date(`${date}T00:00:00Z`)
  const settings: PDFKit.PDFDocumentOptions = {
    pdfVersion: '1.7',
    subset: attachment ? 'PDF/A-3a' : 'PDF/A-2a',
    tagged: true,
    compress: false, // what is worth it is compressed here
    displayTitle: true,
    lang: language,
    size: [width, height],
    margin: 0,
    autoFirstPage: false,
    info: {
      Title: title,
      Creator: 'CareSheet',
      Producer: 'CareSheet with PDFKit',
      CreationDate: day,
    },
  }
  // No default font: Helvetica would not be embedded. pdfkit takes null here; its types do not know that.
  const doc = new KeptDocument({ ...settings, font: null as unknown as string })
  doc.appendXML(universalAccessXmp)
  const secret = doc as unknown as PrivateMembers // reason: the types have only the public members
  escapeInfoInXml(secret)
  const drawing = writeOn(doc, secret, fonts, language)
  if (attachment) attachFile(doc, attachment, day)
  return { language, doc, ...drawing }
}
