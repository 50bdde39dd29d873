import { useEffect, useRef, useState } from 'react'
import { addWords, drawPages, readLanguage } from './draw-pdf.ts'
import type { OpenPdf } from './use-pdf.ts'

type PdfPagesProps = { readonly open: OpenPdf | null; readonly scale: number }

/**
 * The pages of a sheet as they will print. New pages take the place of the old at once, so nothing flickers; their words,
 * to select and to be read aloud, follow.
 */
export function PdfPages({ open, scale }: PdfPagesProps) {
  const host = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState({ pages: 0, version: 0 })

  useEffect(() => {
    if (open === null || scale <= 0) return undefined
    let isNewest = true
    drawPages(open.pdf, scale, window.devicePixelRatio)
      .then(async (pages) => {
        if (!isNewest) return
        host.current?.replaceChildren(...pages.map(({ element }) => element))
        setDrawn({ pages: pages.length, version: open.version })
        const language = await readLanguage(open.pdf)
        await Promise.all(pages.map((page) => addWords(page, scale, language)))
      })
      // A sheet that was closed while it was being drawn: a newer one is on its way.
      .catch(() => undefined)
    return () => {
      isNewest = false
    }
  }, [open, scale])

  return (
    <div ref={host} className="pages" data-testid="preview" data-pages={drawn.pages} data-version={drawn.version} />
  )
}
