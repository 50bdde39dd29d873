import { useState } from 'react'
import type { HistoryLock, HistoryStatus } from '../../ipc/history.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import { PushButton } from '../ui/push-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useWords } from '../words/use-words.ts'
import { NewSecretForm } from './new-secret-form.tsx'

/** Eight groups of four. */
const lettersOfCode = 32

type RecoverFormProps = {
  readonly ask: Ask
  readonly status: HistoryStatus
  /** whether the field for the code has the focus once it is there */
  readonly takesFocus: boolean
  readonly onBack: () => void
  readonly onChanged: (status: HistoryStatus) => void
}

/** Unlocks with the recovery code, where PIN or passphrase is forgotten, and chooses a new one. */
export function RecoverForm({ ask, status, takesFocus, onBack, onChanged }: RecoverFormProps) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | undefined>()
  const recover = async (lock: HistoryLock) => {
    const typed = code.replaceAll(/[^0-9a-z]/giu, '').length
    if (typed !== lettersOfCode) {
      setProblem(t('history.codeLength', { count: typed }))
      return 'told'
    }
    try {
      onChanged(await ask('history.recover', { code, lock }))
    } catch (thrown) {
      if (toAppError(thrown).told.id !== 'secret-wrong') throw thrown
      setProblem(t('history.codeWrong'))
      return 'told'
    }
    return undefined
  }
  return (
    <NewSecretForm
      title={t('history.recoverTitle')}
      why={t(status.keystoreRefusal === null ? 'history.recoverWhy' : 'history.recoverWhyPassphrase')}
      keystoreRefusal={status.keystoreRefusal}
      go={t('history.recover')}
      onGo={recover}
      beside={status.by !== null && <PushButton onPress={onBack}>{t('records.goBack')}</PushButton>}
    >
      <TextField label={t('history.code')} value={code} problem={problem} takesFocus={takesFocus} onType={setCode} />
    </NewSecretForm>
  )
}
