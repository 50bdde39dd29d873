import type { IdleState } from '../idle-time.ts'
import { PushButton } from '../ui/push-button.tsx'
import { useWords } from '../words/use-words.ts'

type ClearWarningProps = {
  /** null while nothing is about to be cleared */
  readonly warning: Extract<IdleState, { kind: 'warned' }> | null
  readonly isPrinted: boolean
  readonly onPutOff: () => void
  readonly onClear: () => void
}

/** Says that the patient is about to be cleared, or the names to lock, with the way to put it off; told once, though the seconds run. */
export function ClearWarning({ warning, isPrinted, onPutOff, onClear }: ClearWarningProps) {
  const { t } = useWords()
  const isLock = warning?.what === 'names'
  return (
    // Over a dialog too, it is told and can be pressed.
    <div className="clear-warning" data-react-aria-top-layer hidden={warning === null}>
      <p role="alert">{warning !== null && t(isLock ? 'clear.names' : isPrinted ? 'clear.printed' : 'clear.idle')}</p>
      <span className="seconds" aria-hidden="true">
        {t('clear.seconds', { count: warning?.seconds ?? 0 })}
      </span>
      <PushButton className="button primary" onPress={onPutOff}>
        {t(isLock ? 'clear.goOn' : 'clear.keep')}
      </PushButton>
      <PushButton onPress={onClear}>{t(isLock ? 'clear.lockNow' : 'clear.now')}</PushButton>
    </div>
  )
}
