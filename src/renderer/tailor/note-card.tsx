import type { NoteWarning } from '../../domain/note-warning.ts'
import { drawOnChange } from '../ui/draw-on-change.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useWords } from '../words/use-words.ts'
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

function DrawNoteCard({ note, problem, warnings, isForeign, onType }: NoteCardProps) {
  const { t } = useWords()
  return (
    <AdviceCard title={t('note.title')}>
      <TextField label={t('note.title')} hideLabel rows={3} value={note} problem={problem} onType={onType} />
      {isForeign && note !== '' && <p className="quiet">{t('note.notTranslated')}</p>}
      <NoteWarnings warnings={warnings} />
    </AdviceCard>
  )
}

/** The clinician's own words to the patient, and what to look at again in them. */
export const NoteCard = drawOnChange(DrawNoteCard)
