import { useState } from 'react'
import { Button, Form } from 'react-aria-components'
import type { HistoryLock, HistoryStatus } from '../../ipc/history.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import { PushButton } from '../ui/push-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useWords } from '../words/use-words.ts'

type HistoryDoorProps = {
  readonly ask: Ask
  readonly status: HistoryStatus
  readonly onChanged: (status: HistoryStatus) => void
}

/** What stands in place of the names while there are none to see: the way to switch the history on, or to unlock it. */
export function HistoryDoor({ ask, status, onChanged }: HistoryDoorProps) {
  const { t, write, writeProblem } = useWords()
  const [secret, setSecret] = useState('')
  const [problem, setProblem] = useState<string | undefined>()
  const [made, setMade] = useState<{ readonly code: string; readonly status: HistoryStatus } | null>(null)
  const isOff = status.state === 'off'
  // The keystore of this computer asks for a PIN; without it the passphrase is the key itself.
  const by = isOff ? (status.keystoreRefusal === null ? 'keystore' : 'passphrase') : (status.by ?? 'passphrase')
  const lock: HistoryLock = by === 'keystore' ? { by, pin: secret } : { by, passphrase: secret }
  const open = async () => {
    try {
      if (isOff) {
        const { status: now, recoveryCode } = await ask('history.switch-on', { lock })
        setMade({ code: recoveryCode, status: now })
      } else onChanged(await ask('history.unlock', { secret }))
      setProblem(undefined)
    } catch (thrown) {
      setProblem(toAppError(thrown).problems.map(writeProblem).join(' '))
    }
    setSecret('')
  }
  if (made !== null)
    return (
      <section className="history-door">
        <h2>{t('history.codeTitle')}</h2>
        <p>{t('history.codeWhy')}</p>
        <p className="recovery-code">{made.code}</p>
        <PushButton className="button primary" onPress={() => onChanged(made.status)}>
          {t('history.codeKept')}
        </PushButton>
      </section>
    )
  if (status.state === 'closed') return <p className="stop-note">{status.notices.map(write).join(' ')}</p>
  return (
    <Form
      className="history-door"
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault()
        void open()
      }}
    >
      <h2>{t(isOff ? 'history.offTitle' : 'history.lockedTitle')}</h2>
      <p>{t(isOff ? 'history.offWhy' : 'history.lockedWhy', { count: status.days })}</p>
      <TextField
        label={t(by === 'keystore' ? 'history.pin' : 'history.passphrase')}
        hint={isOff ? t(by === 'keystore' ? 'history.pinHint' : 'history.passphraseHint') : undefined}
        type="password"
        value={secret}
        problem={problem}
        onType={setSecret}
      />
      <Button type="submit" className="button primary">
        {t(isOff ? 'history.switchOn' : 'history.unlock')}
      </Button>
    </Form>
  )
}
