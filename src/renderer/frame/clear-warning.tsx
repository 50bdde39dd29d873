import { PushButton } from '../ui/push-button.tsx'
import { useWords } from '../words/use-words.ts'

type ClearWarningProps = {
  /** null while nothing is about to be cleared */
  readonly secondsLeft: number | null
  readonly isPrinted: boolean
  readonly onPutOff: () => void
  readonly onClear: () => void
}

/** Says that the patient is about to be cleared, with the way to put it off; told once, though the seconds run. */
export function ClearWarning({ secondsLeft, isPrinted, onPutOff, onClear }: ClearWarningProps) {
  const { t } = useWords()
  const isShown = secondsLeft !== null
  return (
    <div className="clear-warning" hidden={!isShown}>
      <p role="alert">{isShown && t(isPrinted ? 'clear.printed' : 'clear.idle')}</p>
      <span className="seconds" aria-hidden="true">
        {t('clear.seconds', { count: secondsLeft ?? 0 })}
      </span>
      <PushButton className="button primary" onPress={onPutOff}>
        {t('clear.keep')}
      </PushButton>
      <PushButton onPress={onClear}>{t('clear.now')}</PushButton>
    </div>
  )
}
