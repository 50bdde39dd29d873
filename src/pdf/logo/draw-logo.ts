import type { Box } from '../box.ts'
import type { Logo } from './read-logo.ts'
import { addXObject } from './x-object.ts'

/** How pages call the logo. */
const name = 'Logo'

/** Draws the logo on the newest page, once in a document. */
export function drawLogo(doc: PDFKit.PDFDocument, { object }: Logo, { x, y, width, height }: Box): void {
  Object.assign(doc.page.xobjects, { [name]: addXObject(doc, object) })
  doc
    .save()
    .transform(width, 0, 0, -height, x, y + height)
    .addContent(`/${name} Do`)
  doc.restore()
}
