import { stepZoom, type Zoom } from './zoom.ts'

type PreviewBarProps = {
  readonly zoom: Zoom
  /** the size shown now, in percent of actual size */
  readonly percent: number
  readonly onZoom: (zoom: Zoom) => void
  /** "2 pages · A4" */
  readonly extent: string
}

/** How large the pages are shown, and how many there are. */
export function PreviewBar({ zoom, percent, onZoom, extent }: PreviewBarProps) {
  return (
    <div className="preview-bar">
      <div className="zoom" role="group" aria-label="Preview size">
        <button
          type="button"
          className="button small"
          aria-label="Smaller"
          onClick={() => onZoom(stepZoom(percent, 'out'))}
        >
          −
        </button>
        <button
          type="button"
          className="button small percent"
          aria-label={percent === 0 ? 'Fit to width' : `${percent} %, fit to width`}
          title="Fit to width"
          aria-pressed={zoom.kind === 'fit'}
          onClick={() => onZoom({ kind: 'fit' })}
        >
          {percent === 0 ? 'Fit' : `${percent} %`}
        </button>
        <button
          type="button"
          className="button small"
          aria-label="Larger"
          onClick={() => onZoom(stepZoom(percent, 'in'))}
        >
          +
        </button>
      </div>
      <p className="quiet" role="status">
        {extent}
      </p>
    </div>
  )
}
