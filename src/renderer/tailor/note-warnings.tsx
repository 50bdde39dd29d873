import type { NoteWarning } from '../../domain/note-warning.ts'
import { shortenFound } from './shorten-found.ts'

const shownAtMost = 5

/** What a patient may misread or not understand in a note: a quiet list that keeps nothing from being printed. */
export function NoteWarnings({ warnings }: { readonly warnings: readonly NoteWarning[] }) {
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
          {more > 0 && <li>and {more} more</li>}
        </ul>
      )}
    </div>
  )
}
