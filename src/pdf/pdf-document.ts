import PDFDocument from 'pdfkit'
import type { Language } from '../domain/ids.ts'
import type { FaceName, Fonts, ShapedWords } from './load-fonts.ts'
import { escapeXml, universalAccessXmp } from './xmp.ts'

/** A PDF being drawn. `useFace` makes a font, at a size in points, the one that text is measured and drawn with. */
export type PdfFile = {
  readonly language: Language
  readonly doc: PDFKit.PDFDocument
  readonly useFace: (face: FaceName, size: number) => PDFKit.PDFDocument
}

/** The members of pdfkit 0.20.2 that are not its public API. Only this file knows them; a test watches over them. */
type PrivateMembers = {
  info: Record<string, unknown>
  _addInfo: () => void
  _font: { layoutCache: ShapedWords }
}

/** `date` is YYYY-MM-DD; `width` and `height` are in points. */
export type DocumentOptions = {
  readonly language: Language
  readonly title: string
  readonly date: string
  readonly width: number
  readonly height: number
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

/** Makes fonts known by name when first used: pdfkit embeds one subset for each name, and none for a font nobody used. */
function chooseFaces(doc: PDFKit.PDFDocument, fonts: Fonts): PdfFile['useFace'] {
  const known = new Set<FaceName>()
  return (face, size) => {
    if (known.has(face)) return doc.font(face, size)
    known.add(face)
    // pdfkit takes an opened font too; its types only know bytes and file names.
    doc.registerFont(face, fonts.open(face) as unknown as Buffer).font(face, size)
    // Words shaped on the way stay with this document; those known beforehand are looked up behind them.
    const shaped: ShapedWords = {}
    Object.setPrototypeOf(shaped, fonts.shapedWords.get(face) ?? null)
    ;(doc as unknown as PrivateMembers)._font.layoutCache = shaped // reason: the types have only the public members
    return doc
  }
}

/**
 * An empty PDF that keeps PDF/UA-1 and PDF/A-2a, if all that is drawn is tagged.
 * What it says about itself depends on `options` alone, so the same sheet gives the same bytes.
 */
export function openDocument(fonts: Fonts, options: DocumentOptions): PdfFile {
  const { language, title, date, width, height } = options
  const settings: PDFKit.PDFDocumentOptions = {
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    displayTitle: true,
    lang: language,
    size: [width, height],
    margin: 0,
    autoFirstPage: false,
    info: {
      Title: title,
      Creator: 'CareSheet',
      Producer: 'CareSheet with PDFKit',
      CreationDate: new Date(`${date}T00:00:00Z`),
    },
  }
  // No default font: Helvetica would not be embedded. pdfkit takes null here; its types do not know that.
  const doc = new PDFDocument({ ...settings, font: null as unknown as string })
  doc.appendXML(universalAccessXmp)
  escapeInfoInXml(doc as unknown as PrivateMembers) // reason: the types have only the public members
  return { language, doc, useFace: chooseFaces(doc, fonts) }
}

/**
 * Shapes words beforehand, so that sheets made of them render faster. They stay for as long as `fonts` does:
 * give it words of the content only, never what someone typed.
 */
export function shapeWords(fonts: Fonts, face: FaceName, words: Iterable<string>): void {
  const { doc, useFace } = openDocument(fonts, { language: 'en', title: '', date: '2000-01-01', width: 1, height: 1 })
  useFace(face, 1)
  const { layoutCache } = (doc as unknown as PrivateMembers)._font // reason: the types have only the public members
  for (const word of words) doc.widthOfString(word)
  const kept: ShapedWords = { ...fonts.shapedWords.get(face), ...layoutCache }
  Object.setPrototypeOf(kept, null) // a word such as "constructor" must not find anything but itself
  fonts.shapedWords.set(face, kept)
}
