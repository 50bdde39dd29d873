import { useEffect, useState } from 'react'
import type { RenderedSheet } from './create-previewer.ts'
import type { HeldPdf } from './hold-pdf.ts'

/** A sheet that could be opened, ready to be drawn at any size. */
export type OpenPdf = { readonly held: HeldPdf; readonly pageWidth: number; readonly version: number }

/** Opens each new sheet; the one before stays open, and on screen, until the new one is ready. */
export function usePdf(sheet: RenderedSheet | null): { readonly open: OpenPdf | null; readonly hasFailed: boolean } {
  const [open, setOpen] = useState<OpenPdf | null>(null)
  const [hasFailed, setHasFailed] = useState(false)

  useEffect(() => {
    if (sheet === null) return undefined
    let isNewest = true
    const show = async () => {
      // Not before the window can be used.
      const [{ holdPdf }, { readPageWidth }] = await Promise.all([import('./hold-pdf.ts'), import('./draw-pdf.ts')])
      const held = holdPdf(sheet.pdf)
      const next = { held, pageWidth: await held.use(readPageWidth), version: sheet.version }
      if (!isNewest) return held.close()
      setOpen(next)
      setHasFailed(false)
    }
    show().catch(() => {
      if (isNewest) setHasFailed(true)
    })
    return () => {
      isNewest = false
    }
  }, [sheet])

  useEffect(() => () => open?.held.close(), [open])
  return { open, hasFailed }
}
