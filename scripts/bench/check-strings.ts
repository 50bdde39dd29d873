import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { listSheetText, type Sheet } from '../../src/domain/sheet.ts'

const squeeze = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/gu, '')

async function readPages(pdf: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  try {
    const document = await task.promise
    const pages: string[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent()
      pages.push(squeeze(items.map((item) => ('str' in item ? item.str : '')).join('')))
    }
    return pages
  } finally {
    await task.destroy()
  }
}

/** What a sheet says that cannot be found in a PDF by searching; the foot must stand on every page. */
export async function listMissing(sheet: Sheet, pdf: Uint8Array): Promise<string[]> {
  const { notice, left, page } = sheet.footer
  const missing: string[] = []
  let whole = ''
  const pages = await readPages(pdf)
  for (const [index, text] of pages.entries()) {
    const count = page.replace('{page}', String(index + 1)).replace('{pages}', String(pages.length))
    missing.push(...[notice, left, count].filter((part) => !text.includes(squeeze(part))))
    // Taken out, for it stands in the midst of a text that goes on on the next page.
    whole += [`${notice}·${left}`, count].reduce((rest, part) => rest.replace(squeeze(part), ''), text)
  }
  return [...missing, ...listSheetText(sheet).filter((text) => !whole.includes(squeeze(text)))]
}
