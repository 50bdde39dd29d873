import { getDocument, type PDFDocumentLoadingTask, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { startPdfWorker } from './pdf-worker.ts'

/** CSS pixels to one PDF point at actual size. */
export const actualScale = 96 / 72

/** Opens the bytes of a sheet. They are copied, for the worker takes what it is given. */
export function openPdf(pdf: Uint8Array): PDFDocumentLoadingTask {
  startPdfWorker()
  return getDocument({
    data: pdf.slice(),
    // Everything a sheet needs is inside it: nothing is fetched, nothing is taken from the computer.
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    disableWorkerRendering: true,
  })
}

/** The width of the first page in points. */
export async function readPageWidth(document: PDFDocumentProxy): Promise<number> {
  const page = await document.getPage(1)
  return page.getViewport({ scale: 1 }).width
}

/** Draws every page on a canvas of its own, sharp for the screen's pixels; nothing is shown until all are done. */
export async function drawPages(
  pdf: PDFDocumentProxy,
  scale: number,
  pixelRatio: number,
): Promise<HTMLCanvasElement[]> {
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1)
  return Promise.all(numbers.map((number) => drawPage(pdf, number, scale, pixelRatio)))
}

async function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  scale: number,
  pixelRatio: number,
): Promise<HTMLCanvasElement> {
  const page = await pdf.getPage(number)
  const shown = page.getViewport({ scale })
  const drawn = page.getViewport({ scale: scale * pixelRatio })
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(drawn.width)
  canvas.height = Math.round(drawn.height)
  canvas.style.width = `${shown.width}px`
  canvas.style.height = `${shown.height}px`
  canvas.className = 'page'
  canvas.setAttribute('role', 'img')
  canvas.setAttribute('aria-label', `Page ${number} of ${pdf.numPages} of the sheet`)
  await page.render({ canvas, viewport: drawn }).promise
  return canvas
}
