import { useState } from 'react'
import type { HistoryStatus } from '../../ipc/history.ts'
import type { Ask } from '../clinic-api.ts'
import { PushButton } from '../ui/push-button.tsx'
import { useWords } from '../words/use-words.ts'
import { useFreshCode } from './fresh-code.ts'
import { NewSecretForm } from './new-secret-form.tsx'
import { RecoverForm } from './recover-form.tsx'
import { SecretForm } from './secret-form.tsx'

type HistoryDoorProps = {
  readonly ask: Ask
  readonly status: HistoryStatus
  /** whether the field for the secret has the focus once it is there */
  readonly takesFocus: boolean
  readonly onChanged: (status: HistoryStatus) => void
}

/** What stands in place of the names while there are none to see: the way to switch the history on, or to unlock it. */
export function HistoryDoor({ ask, status, takesFocus, onChanged }: HistoryDoorProps) {
  const { t } = useWords()
  /** null until a button was pressed, which leads to the field of what comes */
  const [isForgotten, setIsForgotten] = useState<boolean | null>(null)
  if (status.state === 'closed') return null // the notices say why
  if (status.state === 'off')
    return (
      <NewSecretForm
        title={t('history.offTitle')}
        why={t('history.offWhy', { count: status.days })}
        keystoreRefusal={status.keystoreRefusal}
        go={t('history.switchOn')}
        onGo={async (lock) => {
          try {
            const { status: now, recoveryCode } = await ask('history.switch-on', { lock })
            useFreshCode.setState({ code: recoveryCode })
            onChanged(now)
          } catch (thrown) {
            onChanged(await ask('history.status', {})) // one that was away may lie there again
            throw thrown
          }
        }}
      >
        <p className="field-hint">{t('records.encryptDisk')}</p>
      </NewSecretForm>
    )
  if (isForgotten === true || status.by === null)
    return (
      <RecoverForm
        ask={ask}
        status={status}
        takesFocus={isForgotten === true}
        onBack={() => setIsForgotten(false)}
        onChanged={onChanged}
      />
    )
  return (
    <>
      <SecretForm
        title={t('history.lockedTitle')}
        why={t('history.lockedWhy', { count: status.days })}
        by={status.by}
        takesFocus={takesFocus || isForgotten === false}
        go={t('history.unlock')}
        onGo={async (secret) => onChanged(await ask('history.unlock', { secret }))}
      />
      <PushButton className="link history-forgotten" onPress={() => setIsForgotten(true)}>
        {t(`history.forgotten.${status.by}`)}
      </PushButton>
    </>
  )
}
