import { Fold } from '../ui/fold.tsx'
import { useWords } from '../words/use-words.ts'

type SourceListProps = { readonly citations: readonly string[] }

/** What the sheet rests on, in full: the sheet itself names only the publishers. */
export function SourceList({ citations }: SourceListProps) {
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
