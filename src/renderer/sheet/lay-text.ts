import { TextLayer, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

// pdf.js measures every line. Where a font lacks its letters the browser looks through all of the computer's, which takes
// a tenth of a second and more, so the letters are those of the paper.
const families = "'Noto Sans', 'Noto Sans SC', sans-serif"

/**
 * The text of a page, unseen, where its letters stand: so that it can be selected and copied from the picture. Screen
 * readers have `tellPage`.
 * @param scale CSS pixels to a point
 */
export async function layText(page: PDFPageProxy, scale: number): Promise<HTMLElement> {
  const container = document.createElement('div')
  container.className = 'text-layer'
  container.ariaHidden = 'true'
  container.style.setProperty('--total-scale-factor', String(scale))
  const content = await page.getTextContent({ disableNormalization: true })
  for (const style of Object.values(content.styles)) style.fontFamily = families
  await document.fonts.load(`16px ${families}`, content.items.map((item) => ('str' in item ? item.str : '')).join(''))
  const layer = new TextLayer({ textContentSource: content, container, viewport: page.getViewport({ scale }) })
  await layer.render()
  return container
}
