import { useEffect, useEffectEvent, useRef } from 'react'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { DrawnPage } from './draw-pdf.ts'
import { orderPages } from './order-pages.ts'
import { useWords } from '../words/use-words.ts'
import type { OpenPdf } from './use-pdf.ts'
import { usePixelRatio } from './use-pixel-ratio.ts'

type PdfPagesProps = {
  readonly open: OpenPdf | null
  readonly scale: number
  /** told the version of the sheet that cannot be drawn, or null once one is */
  readonly onEnd: (failed: number | null) => void
}

// Milliseconds without a new sheet before words are laid on it: while it changes from tick to tick nobody reads it.
const wordsWait = 300
// Milliseconds after which a frame is not waited for.
const longestFrame = 500

/**
 * The pages of a sheet as they will print. Each new page takes the place of the old one at once, those in sight first, so
 * nothing flickers; their words, to select and to be read aloud, follow.
 */
export function PdfPages({ open, scale, onEnd }: PdfPagesProps) {
  const { t } = useWords()
  const host = useRef<HTMLDivElement>(null)
  const pixelRatio = usePixelRatio()
  const end = useEffectEvent(onEnd)

  useEffect(() => {
    if (open === null || scale <= 0) return undefined
    let isNewest = true
    const { held, version } = open
    const show = async (place: HTMLElement, pdf: PDFDocumentProxy) => {
      const { addWords, drawPage, readLanguage } = await import('./draw-pdf.ts') // which is there: it opened the sheet
      if (!isNewest) return
      const { inSight, others } = orderPages(place, pdf.numPages)
      const pages: DrawnPage[] = []
      const name = (number: number) => t('preview.page', { number, of: pdf.numPages })
      const draw = async (numbers: readonly number[]) => {
        for (const number of numbers) {
          const page = await drawPage(pdf, number, { scale, pixelRatio, name: name(number) })
          if (!isNewest) return
          putPage(place, number, page.element)
          pages.push(page)
        }
      }
      await draw(inSight)
      if (!isNewest) return
      for (const page of [...place.children].slice(pdf.numPages)) {
        page.remove()
        emptyPage(page)
      }
      place.dataset['pages'] = String(pdf.numPages)
      place.dataset['version'] = String(version)
      await seeFrame()
      if (!isNewest) return
      await draw(others)
      await new Promise((goOn) => setTimeout(goOn, wordsWait))
      for (const page of pages) if (isNewest) await addWords(page, scale, await readLanguage(pdf))
    }
    const showOrTell = async (place: HTMLElement) => {
      try {
        await held.use((pdf) => show(place, pdf))
        if (isNewest) end(null)
      } catch {
        if (isNewest) end(version) // else it was closed while it was being drawn: a newer one is on its way
      }
    }
    if (host.current) void showOrTell(host.current)
    return () => {
      isNewest = false
    }
  }, [open, scale, pixelRatio, t])

  return <div ref={host} className="pages" data-testid="preview" />
}

/** Waits until the next frame is painted: what is in sight is seen before what is not is begun. */
function seeFrame(): Promise<void> {
  const frame = new Promise<void>((goOn) => requestAnimationFrame(() => setTimeout(goOn, 0)))
  const hidden = new Promise<void>((goOn) => setTimeout(goOn, longestFrame)) // a window out of sight has no frames
  return Promise.race([frame, hidden])
}

/** Gives back the pixels of a page that is gone: they are megabytes, which would stay until memory is next tidied. */
function emptyPage(page: Element): void {
  for (const canvas of page.querySelectorAll('canvas')) canvas.width = canvas.height = 0
}

/** Puts a page in its place; one that is new goes last, for pages out of sight come in order. */
function putPage(place: HTMLElement, number: number, element: HTMLElement): void {
  const old = place.children[number - 1]
  if (!old) return place.append(element)
  old.replaceWith(element)
  return emptyPage(old)
}
