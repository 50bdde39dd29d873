import { drawOnChange } from '../ui/draw-on-change.tsx'
import { Fold } from '../ui/fold.tsx'
import { useWords } from '../words/use-words.ts'

type SourceListProps = { readonly citations: readonly string[] }

function DrawSourceList({ citations }: SourceListProps) {
  const { t } = useWords()
  return (
    <Fold className="plan" title={t('tailor.sources')}>
      <ul>
        {citations.map((citation) => (
          <li key={citation}>{citation}</li>
        ))}
      </ul>
    </Fold>
  )
}

/** What the sheet rests on, in full: the sheet itself names only the publishers. */
export const SourceList = drawOnChange(DrawSourceList)
