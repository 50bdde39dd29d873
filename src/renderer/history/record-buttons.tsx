import { PushButton } from '../ui/push-button.tsx'
import { useWords } from '../words/use-words.ts'

type RecordButtonsProps = {
  /** what tells this record from the others */
  readonly of: { readonly patient: string; readonly when: string }
  readonly onPrintAgain: () => void
  readonly onSaveAgain: () => void
  readonly onRemove: () => void
  /** shows all that is held of the patient; left out where the sheet bears no name */
  readonly onPatient?: () => void
}

/** What can be done with a record. */
export function RecordButtons({ of, onPrintAgain, onSaveAgain, onRemove, onPatient }: RecordButtonsProps) {
  const { t } = useWords()
  return (
    <span className="record-buttons">
      <PushButton className="button small" name={t('history.printAgainOf', of)} onPress={onPrintAgain}>
        {t('history.printAgain')}
      </PushButton>
      <PushButton className="button small" name={t('history.saveAgainOf', of)} onPress={onSaveAgain}>
        {t('history.saveAgain')}
      </PushButton>
      <PushButton className="button small" name={t('history.removeOf', of)} onPress={onRemove}>
        {t('history.remove')}
      </PushButton>
      {onPatient && (
        <PushButton className="button small" name={t('ofPatient.openOf', of)} onPress={onPatient}>
          {t('ofPatient.open')}
        </PushButton>
      )}
    </span>
  )
}
