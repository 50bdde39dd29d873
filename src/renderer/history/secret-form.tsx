import { useState, type ReactNode } from 'react'
import { Button, Form } from 'react-aria-components'
import { toAppError } from '../clinic-api.ts'
import { TextField } from '../ui/text-field.tsx'
import { useWords } from '../words/use-words.ts'

type SecretFormProps = {
  readonly title: string
  readonly why: string
  readonly by: 'keystore' | 'passphrase'
  /** whether it is chosen now, and not only typed again */
  readonly isNew?: boolean
  readonly go: string
  /** @throws AppError, whose sentences are shown */
  readonly onGo: (secret: string) => Promise<void>
  /** fields before the secret */
  readonly children?: ReactNode
  /** buttons beside the one that goes on */
  readonly beside?: ReactNode
}

/** Asks for the PIN or the passphrase. Nothing that was typed here stays once it was tried. */
export function SecretForm({ title, why, by, isNew = false, go, onGo, children, beside }: SecretFormProps) {
  const { t, writeProblems } = useWords()
  const [secret, setSecret] = useState('')
  const [problem, setProblem] = useState<string | undefined>()
  const isPin = by === 'keystore'
  const name = isNew
    ? isPin
      ? 'history.newPin'
      : 'history.newPassphrase'
    : isPin
      ? 'history.pin'
      : 'history.passphrase'
  const submit = async () => {
    try {
      await onGo(secret)
      setProblem(undefined)
    } catch (thrown) {
      setProblem(writeProblems(toAppError(thrown).problems))
    }
    setSecret('')
  }
  return (
    <Form
      className="history-door"
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h2>{title}</h2>
      <p>{why}</p>
      {children}
      <TextField
        label={t(name)}
        hint={isNew ? t(isPin ? 'history.pinHint' : 'history.passphraseHint') : undefined}
        type="password"
        value={secret}
        problem={problem}
        onType={setSecret}
      />
      <div className="form-actions">
        <Button type="submit" className="button primary">
          {go}
        </Button>
        {beside}
      </div>
    </Form>
  )
}
