import { useEffect, useState } from 'react'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { RenderedSheet } from './create-previewer.ts'

/** An opened sheet, ready to be drawn at any size. */
export type OpenPdf = { readonly pdf: PDFDocumentProxy; readonly pageWidth: number; readonly version: number }

/** Opens each new sheet; the one before stays open, and on screen, until the new one is ready. */
export function usePdf(sheet: RenderedSheet | null): { readonly open: OpenPdf | null; readonly hasFailed: boolean } {
  const [open, setOpen] = useState<OpenPdf | null>(null)
  const [hasFailed, setHasFailed] = useState(false)

  useEffect(() => {
    if (sheet === null) return undefined
    let isNewest = true
    const show = async () => {
      const { openPdf, readPageWidth } = await import('./draw-pdf.ts') // not before the window can be used
      const task = openPdf(sheet.pdf)
      const pdf = await task.promise
      const next = { pdf, pageWidth: await readPageWidth(pdf), version: sheet.version }
      if (!isNewest) return task.destroy()
      setOpen(next)
      setHasFailed(false)
      return undefined
    }
    show().catch(() => {
      if (isNewest) setHasFailed(true)
    })
    return () => {
      isNewest = false
    }
  }, [sheet])

  useEffect(
    () => () => {
      // What it held is gone with the page; there is nothing left to do if closing it fails.
      open?.pdf.loadingTask.destroy().catch(() => undefined)
    },
    [open],
  )
  return { open, hasFailed }
}
