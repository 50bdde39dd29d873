import { TextLayer, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

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
  const layer = new TextLayer({
    textContentSource: page.streamTextContent({ disableNormalization: true }),
    container,
    viewport: page.getViewport({ scale }),
  })
  await layer.render()
  return container
}
