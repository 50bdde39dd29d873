import type { NoteWarning } from '../../domain/note-warning.ts'
import { useWords } from '../words/use-words.ts'
import { shortenFound } from './shorten-found.ts'

const shownAtMost = 5

/** What a patient may misread or not understand in a note: a quiet list that keeps nothing from being printed. */
export function NoteWarnings({ warnings }: { readonly warnings: readonly NoteWarning[] }) {
  const { t } = useWords()
  const more = warnings.length - shownAtMost
  return (
    <div role="status" className="field-hint note-warnings">
      {warnings.length > 0 && (
        <ul>
          {warnings.slice(0, shownAtMost).map(({ kind, found, start, suggestion }) => (
            <li key={`${kind} ${start} ${found}`}>
              <q>{shortenFound(found)}</q> {suggestion}
            </li>
          ))}
          {more > 0 && <li>{t('note.more', { count: more })}</li>}
        </ul>
      )}
    </div>
  )
}
