import { useState } from 'react'
import type { HistoryStatus } from '../../ipc/history.ts'
import type { Ask } from '../clinic-api.ts'
import { PushButton } from '../ui/push-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useWords } from '../words/use-words.ts'
import { NewSecretForm } from './new-secret-form.tsx'

type RecoverFormProps = {
  readonly ask: Ask
  readonly status: HistoryStatus
  readonly onBack: () => void
  readonly onChanged: (status: HistoryStatus) => void
}

/** Unlocks with the recovery code, where PIN or passphrase is forgotten, and chooses a new one. */
export function RecoverForm({ ask, status, onBack, onChanged }: RecoverFormProps) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  return (
    <NewSecretForm
      title={t('history.recoverTitle')}
      why={t('history.recoverWhy')}
      keystoreRefusal={status.keystoreRefusal}
      go={t('history.recover')}
      onGo={async (lock) => onChanged(await ask('history.recover', { code, lock }))}
      beside={status.by !== null && <PushButton onPress={onBack}>{t('records.goBack')}</PushButton>}
    >
      <TextField label={t('history.code')} value={code} onType={setCode} />
    </NewSecretForm>
  )
}
