import { useState, type ReactNode } from 'react'
import type { HistoryLock, HistoryStatus } from '../../ipc/history.ts'
import { PushButton } from '../ui/push-button.tsx'
import { useWords } from '../words/use-words.ts'
import { SecretForm } from './secret-form.tsx'

type NewSecretFormProps = {
  readonly title: string
  readonly why: string
  readonly keystoreRefusal: HistoryStatus['keystoreRefusal']
  readonly go: string
  /** @returns 'told' where something else was wrong, and was told there @throws AppError, whose sentences are shown */
  readonly onGo: (lock: HistoryLock) => Promise<void | 'told'>
  /** fields before the secret */
  readonly children?: ReactNode
  /** buttons beside the one that goes on */
  readonly beside?: ReactNode
}

/** Chooses what is to unlock the names: a PIN where the keystore of this computer keeps the key, or a passphrase. */
export function NewSecretForm({ keystoreRefusal, onGo, beside, children, ...said }: NewSecretFormProps) {
  const { t, write } = useWords()
  const [by, setBy] = useState<HistoryLock['by']>(keystoreRefusal === null ? 'keystore' : 'passphrase')
  const other = by === 'keystore' ? 'passphrase' : 'keystore'
  return (
    <SecretForm
      {...said}
      by={by}
      isNew
      onGo={(secret) => onGo(by === 'keystore' ? { by, pin: secret } : { by, passphrase: secret })}
      beside={
        <>
          {beside}
          {keystoreRefusal === null && (
            <PushButton className="link" onPress={() => setBy(other)}>
              {t(by === 'keystore' ? 'history.ratherPassphrase' : 'history.ratherPin')}
            </PushButton>
          )}
        </>
      }
    >
      {keystoreRefusal !== null && <p className="field-hint">{write(keystoreRefusal)}</p>}
      {children}
    </SecretForm>
  )
}
