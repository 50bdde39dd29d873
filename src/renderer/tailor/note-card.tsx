import { Field } from '../ui/field.tsx'
import { AdviceCard } from './advice-card.tsx'

type NoteCardProps = {
  readonly note: string
  readonly problem: string | undefined
  readonly onType: (note: string) => void
}

/** The clinician's own words to the patient. */
export function NoteCard({ note, problem, onType }: NoteCardProps) {
  return (
    <AdviceCard title="Note to the patient">
      <Field label="Note to the patient" hideLabel problem={problem}>
        {(links) => <textarea {...links} rows={3} value={note} onChange={(event) => onType(event.target.value)} />}
      </Field>
    </AdviceCard>
  )
}
