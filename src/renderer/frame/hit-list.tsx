import type { SearchHit } from '../../ipc/contract.ts'
import { drawOnChange } from '../ui/draw-on-change.tsx'
import { useWords } from '../words/use-words.ts'

/** The DOM id of a line, by which the field names the chosen one to screen readers. */
export const toHitId = (index: number): string => `search-hit-${index}`

type HitListProps = {
  readonly id: string
  readonly hits: readonly SearchHit[]
  /** which line is chosen; null for none */
  readonly chosen: number | null
  readonly onPick: (index: number) => void
}

function DrawHitList({ id, hits, chosen, onPick }: HitListProps) {
  const { t } = useWords()
  return (
    <ul id={id} role="listbox" aria-label={t('search.found')} className="options">
      {hits.map(({ topic, cause, title, topicTitle, by }, index) => (
        // The field keeps the focus and hears the keys.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <li
          key={`${topic} ${cause ?? ''}`}
          id={toHitId(index)}
          role="option"
          aria-selected={index === chosen}
          data-focused={index === chosen || undefined}
          className="option"
          onClick={() => onPick(index)}
        >
          <span>
            <span className="hit-title">{title}</span>
            {by !== null && <span className="hit-by"> · {by}</span>}
          </span>
          <span className="hit-place">
            {cause === null ? t('search.topic') : t('search.cause', { topic: topicTitle })}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What was found. A list of the library for controls would be made anew at each letter, which takes longer than the search. */
export const HitList = drawOnChange(DrawHitList)
