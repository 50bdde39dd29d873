import type { NoteWarning } from '../../domain/note-warning.ts'
import { Field } from '../ui/field.tsx'
import { AdviceCard } from './advice-card.tsx'
import { NoteWarnings } from './note-warnings.tsx'

type NoteCardProps = {
  readonly note: string
  readonly problem: string | undefined
  readonly warnings: readonly NoteWarning[]
  /** whether the sheet is in another language than the window, and so than what is typed here */
  readonly isForeign: boolean
  readonly onType: (note: string) => void
}

/** The clinician's own words to the patient, and what to look at again in them. */
export function NoteCard({ note, problem, warnings, isForeign, onType }: NoteCardProps) {
  return (
    <AdviceCard title="Note to the patient">
      <Field label="Note to the patient" hideLabel problem={problem}>
        {(links) => <textarea {...links} rows={3} value={note} onChange={(event) => onType(event.target.value)} />}
      </Field>
      {isForeign && note !== '' && (
        <p className="quiet">This prints as you typed it. CareSheet does not translate it.</p>
      )}
      <NoteWarnings warnings={warnings} />
    </AdviceCard>
  )
}
