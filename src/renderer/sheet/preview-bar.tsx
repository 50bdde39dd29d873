import { Button, ToggleButton } from 'react-aria-components'
import { drawOnChange } from '../ui/draw-on-change.tsx'
import { useWords } from '../words/use-words.ts'
import { stepZoom, type Zoom } from './zoom.ts'

type PreviewBarProps = {
  readonly zoom: Zoom
  /** the size shown now, in percent of actual size */
  readonly percent: number
  readonly onZoom: (zoom: Zoom) => void
  /** "2 pages · A4" */
  readonly extent: string
}

function DrawPreviewBar({ zoom, percent, onZoom, extent }: PreviewBarProps) {
  const { t } = useWords()
  return (
    <div className="preview-bar">
      <div className="zoom" role="group" aria-label={t('preview.size')}>
        <Button
          className="button small"
          aria-label={t('preview.smaller')}
          onPress={() => onZoom(stepZoom(percent, 'out'))}
        >
          −
        </Button>
        <ToggleButton
          className="button small percent"
          aria-label={percent === 0 ? t('preview.fitWidth') : t('preview.percentFit', { percent })}
          isSelected={zoom.kind === 'fit'}
          onChange={() => onZoom({ kind: 'fit' })}
        >
          {percent === 0 ? t('preview.fit') : t('preview.percent', { percent })}
        </ToggleButton>
        <Button
          className="button small"
          aria-label={t('preview.larger')}
          onPress={() => onZoom(stepZoom(percent, 'in'))}
        >
          +
        </Button>
      </div>
      <p className="quiet" role="status">
        {extent}
      </p>
    </div>
  )
}

/** How large the pages are shown, and how many there are. */
export const PreviewBar = drawOnChange(DrawPreviewBar)
