import { useState } from 'react'
import { Button, Form } from 'react-aria-components'
import { toProblems } from '../../domain/selection.ts'
import { FilePassphrase } from '../../ipc/history.ts'
import { PushButton } from '../ui/push-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Tick } from '../ui/tick.tsx'
import { WindowDialog } from '../ui/window-dialog.tsx'
import { useWords } from '../words/use-words.ts'

type SaveSealedButtonProps = {
  readonly title: string
  readonly why: string
  readonly isDisabled: boolean
  readonly onSave: (passphrase: string) => void
  /** what stands on the button */
  readonly children: string
}

/**
 * A button for a file with names: it asks for the passphrase that seals it first. That is shown as it is typed, for nothing brings
 * back one that was mistyped, and somebody has to be told it.
 */
export function SaveSealedButton({ title, why, isDisabled, onSave, children }: SaveSealedButtonProps) {
  const { t, writeProblems } = useWords()
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | undefined>()
  const [isShown, setIsShown] = useState(true)
  const change = (text: string | null) => {
    setTyped(text)
    setProblem(undefined)
    if (text === null) setIsShown(true)
  }
  const save = () => {
    const read = FilePassphrase.safeParse(typed ?? '')
    if (!read.success) return setProblem(writeProblems(toProblems(read.error)))
    change(null)
    return onSave(read.data)
  }
  return (
    <>
      <PushButton isDisabled={isDisabled} onPress={() => change('')}>
        {children}
      </PushButton>
      <WindowDialog title={title} isOpen={typed !== null} onClose={() => change(null)}>
        <Form
          validationBehavior="aria"
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <p>{why}</p>
          <TextField
            label={t('sealed.passphrase')}
            hint={t('sealed.passphraseHint')}
            type={isShown ? 'text' : 'password'}
            value={typed ?? ''}
            problem={problem}
            takesFocus
            onType={change}
          />
          <Tick label={t('history.showSecret')} on={isShown} onSwitch={setIsShown} />
          <div className="dialog-buttons">
            <PushButton onPress={() => change(null)}>{t('records.goBack')}</PushButton>
            <Button type="submit" className="button primary">
              {t('sealed.save')}
            </Button>
          </div>
        </Form>
      </WindowDialog>
    </>
  )
}
