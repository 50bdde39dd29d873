import type { Language } from '../../domain/ids.ts'
import type { NoteWarning } from '../../domain/note-warning.ts'
import type { Snippet } from '../../domain/snippet.ts'
import { drawOnChange } from '../ui/draw-on-change.tsx'
import { useWords } from '../words/use-words.ts'
import { AdviceCard } from './advice-card.tsx'
import { NoteField } from './note-field.tsx'
import { NoteWarnings } from './note-warnings.tsx'

type NoteCardProps = {
  readonly note: string
  readonly problem: string | undefined
  readonly warnings: readonly NoteWarning[]
  readonly snippets: readonly Snippet[]
  /** of the sheet */
  readonly language: Language
  /** whether the sheet is in another language than the window, and so than what is typed here */
  readonly isForeign: boolean
  readonly onType: (note: string) => void
}

function DrawNoteCard({ note, problem, warnings, snippets, language, isForeign, onType }: NoteCardProps) {
  const { t } = useWords()
  return (
    <AdviceCard title={t('note.title')}>
      <NoteField
        label={t('note.title')}
        value={note}
        problem={problem}
        snippets={snippets}
        language={language}
        onType={onType}
      />
      {note === '' && snippets.some((each) => each.language === language) && (
        <p className="field-hint">{t('snippets.tip')}</p>
      )}
      {isForeign && note !== '' && <p className="quiet">{t('note.notTranslated')}</p>}
      <NoteWarnings warnings={warnings} />
    </AdviceCard>
  )
}

/** The clinician's own words to the patient, and what to look at again in them. */
export const NoteCard = drawOnChange(DrawNoteCard)
