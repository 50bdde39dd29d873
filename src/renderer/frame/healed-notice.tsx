import type { Ask } from '../clinic-api.ts'
import { PushButton } from '../ui/push-button.tsx'
import { useWords } from '../words/use-words.ts'
import { useHealed } from './use-healed.ts'

type HealedNoticeProps = { readonly ask: Ask; readonly onOpenRecords: () => void }

/** Says, wherever the clinician is, what was lost, healed or begun anew; over every start, until it is hidden. */
export function HealedNotice({ ask, onOpenRecords }: HealedNoticeProps) {
  const { t } = useWords()
  const { told, hide } = useHealed(ask)
  return (
    <div className="healed-notice" hidden={told.length === 0}>
      <div role="status">
        {told.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <PushButton className="button small" onPress={onOpenRecords}>
        {t('frame.openRecords')}
      </PushButton>
      <PushButton className="button small" name={t('frame.hideHealed')} onPress={() => void hide()}>
        {t('frame.hide')}
      </PushButton>
    </div>
  )
}
