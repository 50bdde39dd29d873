import { PushButton } from '../ui/push-button.tsx'
import { useWords } from '../words/use-words.ts'

type RecordButtonsProps = {
  /** what tells this record from the others */
  readonly of: { readonly patient: string; readonly when: string }
  readonly onPrintAgain: () => void
  readonly onSaveAgain: () => void
  readonly onRemove: () => void
}

/** What can be done with a record. */
export function RecordButtons({ of, onPrintAgain, onSaveAgain, onRemove }: RecordButtonsProps) {
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
    </span>
  )
}
