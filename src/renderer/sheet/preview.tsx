import { useState } from 'react'
import { useStore, type StoreApi } from 'zustand'
import type { Paper } from '../../domain/ids.ts'
import { useWords } from '../words/use-words.ts'
import type { Words } from '../words/words.ts'
import { PdfPages } from './pdf-pages.tsx'
import { PreviewBar } from './preview-bar.tsx'
import { usePaneWidth } from './use-pane-width.ts'
import { usePdf } from './use-pdf.ts'
import type { Preview, RenderedSheet } from './create-previewer.ts'
import { actualScale, toScale, type Zoom } from './zoom.ts'

type SheetPreviewProps = {
  readonly preview: StoreApi<Preview>
  readonly visit: number
  readonly paper: Paper
  /** whether no sheet can be made of what stands in the window now */
  readonly isBlocked: boolean
}

/** The very PDF that will be printed or saved. */
export function SheetPreview({ preview, visit, paper, isBlocked }: SheetPreviewProps) {
  const words = useWords()
  const { t } = words
  const [zoom, setZoom] = useState<Zoom>({ kind: 'fit' })
  const [failedVersion, setFailedVersion] = useState<number | null>(null)
  // In the turn of a new patient the store still has the sheet of the one before.
  const sheet = useStore(preview, (shown) => (shown.visit === visit ? shown.sheet : null))
  const { width, watch } = usePaneWidth()
  const { open, hasFailed } = usePdf(sheet)
  const scale = open === null ? 0 : toScale(zoom, width, open.pageWidth)
  const isStale = sheet !== null && isBlocked

  return (
    <>
      <PreviewBar
        zoom={zoom}
        percent={Math.round((scale / actualScale) * 100)}
        onZoom={setZoom}
        extent={describeExtent(sheet, paper, isBlocked, words)}
      />
      <div role="status">
        {isStale && (
          <p className="stale-note">
            <strong>{t('preview.stale')}</strong> {t('preview.staleWhy')}
          </p>
        )}
        {(hasFailed || open?.version === failedVersion) && <p className="stale-note">{t('preview.failed')}</p>}
      </div>
      <div
        className="preview-scroll"
        role="region"
        aria-label={t('preview.label')}
        // What scrolls must be reachable without a mouse.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        data-stale={isStale}
      >
        <div ref={watch}>
          <PdfPages open={open} scale={scale} onEnd={setFailedVersion} />
        </div>
      </div>
    </>
  )
}

function describeExtent(sheet: RenderedSheet | null, paper: Paper, isBlocked: boolean, { t }: Words): string {
  if (sheet !== null) return t('preview.extent', { pages: t('preview.pages', { count: sheet.pages }), paper })
  return isBlocked ? t('preview.none') : t('preview.preparing')
}
