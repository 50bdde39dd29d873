/**
 * A picture or a drawing as it stands in a PDF (PDF 32000-1, 8.8 to 8.10), made once and put into each document as it is.
 * It fills the square from 0, 0 to 1, 1, upright. Dictionaries are as pdfkit writes them: a string is a name.
 */
export type XObject = {
  readonly entries: Readonly<Record<string, unknown>>
  readonly resources: Resources
  /** its content, compressed */
  readonly packed: Buffer
}
/** What a drawing uses, by the names it calls it. */
export type Resources = {
  readonly Pattern: Readonly<Record<string, object>>
  readonly ExtGState: Readonly<Record<string, object>>
  readonly XObject: Readonly<Record<string, XObject>>
}
export const noResources: Resources = { Pattern: {}, ExtGState: {}, XObject: {} }

function isEmpty(group: object): boolean {
  return Object.keys(group).length === 0
}

function addResources(doc: PDFKit.PDFDocument, { Pattern, ExtGState, XObject }: Resources): object {
  const used = Object.fromEntries(Object.entries(XObject).map(([name, each]) => [name, addXObject(doc, each)]))
  const groups = Object.entries({ Pattern, ExtGState, XObject: used }).filter(([, group]) => !isEmpty(group))
  return groups.length === 0 ? {} : { Resources: Object.fromEntries(groups) }
}

/** Puts one into a document, and all it uses before it. */
export function addXObject(doc: PDFKit.PDFDocument, { entries, resources, packed }: XObject): PDFKit.PDFKitReference {
  const ref = doc.ref({ Type: 'XObject', ...entries, ...addResources(doc, resources), Filter: 'FlateDecode' })
  ref.end(packed)
  return ref
}
