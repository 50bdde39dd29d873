import type { NoteWarning } from '../../domain/note-warning.ts'
import { Field } from '../ui/field.tsx'
import { AdviceCard } from './advice-card.tsx'
import { NoteWarnings } from './note-warnings.tsx'

type NoteCardProps = {
  readonly note: string
  readonly problem: string | undefined
  readonly warnings: readonly NoteWarning[]
  readonly onType: (note: string) => void
}

/** The clinician's own words to the patient, and what to look at again in them. */
export function NoteCard({ note, problem, warnings, onType }: NoteCardProps) {
  return (
    <AdviceCard title="Note to the patient">
      <Field label="Note to the patient" hideLabel problem={problem}>
        {(links) => <textarea {...links} rows={3} value={note} onChange={(event) => onType(event.target.value)} />}
      </Field>
      <NoteWarnings warnings={warnings} />
    </AdviceCard>
  )
}
