import { useState, type ReactNode } from 'react'
import { Button, Form } from 'react-aria-components'
import { toAppError } from '../clinic-api.ts'
import { TextField } from '../ui/text-field.tsx'
import { Tick } from '../ui/tick.tsx'
import { useWords } from '../words/use-words.ts'

type SecretFormProps = {
  readonly title: string
  readonly why: string
  readonly by: 'keystore' | 'passphrase'
  /** whether it is chosen now, and not only typed again */
  readonly isNew?: boolean
  readonly takesFocus?: boolean
  readonly go: string
  /** @returns 'told' where something else was wrong, and was told there @throws AppError, whose sentences are shown */
  readonly onGo: (secret: string) => Promise<void | 'told'>
  /** fields before the secret */
  readonly children?: ReactNode
  /** buttons beside the one that goes on */
  readonly beside?: ReactNode
}

/** Asks for the PIN or the passphrase. What was typed goes once it was tried; a new one that does not do stays, to be mended. */
export function SecretForm({
  title,
  why,
  by,
  isNew = false,
  takesFocus = false,
  go,
  onGo,
  children,
  beside,
}: SecretFormProps) {
  const { t, writeProblems } = useWords()
  const [secret, setSecret] = useState('')
  const [problem, setProblem] = useState<string | undefined>()
  const [isShown, setIsShown] = useState(false)
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
      if ((await onGo(secret)) === 'told') return // it was not the secret
      setProblem(undefined)
    } catch (thrown) {
      setProblem(writeProblems(toAppError(thrown).problems))
      if (isNew) return
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
        type={isShown ? 'text' : 'password'}
        value={secret}
        problem={problem}
        takesFocus={takesFocus}
        onType={setSecret}
      />
      {isNew && <Tick label={t('history.showSecret')} on={isShown} onSwitch={setIsShown} />}
      <div className="form-actions">
        <Button type="submit" className="button primary">
          {go}
        </Button>
        {beside}
      </div>
    </Form>
  )
}
