import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { layText } from './lay-text.ts'
import { tellPage } from './tell-page.ts'

/** The width of the first page in points. */
export async function readPageWidth(document: PDFDocumentProxy): Promise<number> {
  const page = await document.getPage(1)
  return page.getViewport({ scale: 1 }).width
}

/** A page as it is shown: its picture, to which its words are added once it stands. */
export type DrawnPage = { readonly page: PDFPageProxy; readonly element: HTMLElement }

/** CSS pixels to a point, the screen's pixels to a CSS pixel, and what the page is called for screen readers. */
type PageView = { readonly scale: number; readonly pixelRatio: number; readonly name: string }

/**
 * Draws one page, as many pixels as the screen has for it.
 * @param number from 1
 */
export async function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  { scale, pixelRatio, name }: PageView,
): Promise<DrawnPage> {
  const page = await pdf.getPage(number)
  const drawn = page.getViewport({ scale: scale * pixelRatio })
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(drawn.width)
  canvas.height = Math.round(drawn.height)
  // Each pixel of the picture is one of the screen: a size rounded otherwise would blur the letters.
  canvas.style.width = `${canvas.width / pixelRatio}px`
  canvas.style.height = `${canvas.height / pixelRatio}px`
  canvas.ariaHidden = 'true'
  // As for print: all of a page at once. For the screen pdf.js would wait for a frame before each part of it.
  await page.render({ canvas, viewport: drawn, intent: 'print' }).promise
  const element = document.createElement('div')
  element.className = 'page'
  element.setAttribute('role', 'group')
  element.ariaLabel = name
  element.append(canvas)
  return { page, element }
}

/** Adds the words of a page to its picture: one layer to select from, and one for screen readers. */
export async function addWords({ page, element }: DrawnPage, scale: number, language: string): Promise<void> {
  element.append(...(await Promise.all([tellPage(page, language), layText(page, scale)])))
}

/** The language a sheet says it is in; empty where it says none. */
export async function readLanguage(pdf: PDFDocumentProxy): Promise<string> {
  const { info } = await pdf.getMetadata()
  return 'Language' in info && typeof info.Language === 'string' ? info.Language : ''
}
