import { useState } from 'react'
import { useWords } from '../words/use-words.ts'
import { PushButton } from './push-button.tsx'
import { TextField } from './text-field.tsx'

type KeptFieldProps = {
  readonly label: string
  readonly hint: string
  /** what is kept now */
  readonly value: string
  readonly inputMode?: 'text' | 'numeric'
  /** what is wrong with what was typed; undefined when nothing is */
  readonly judge?: (typed: string) => string | undefined
  /** @returns whether it is kept */
  readonly onKeep: (typed: string) => Promise<boolean>
}

/** A text that is kept by its own button, or Enter, apart from any form. */
export function KeptField({ label, hint, value, inputMode = 'text', judge, onKeep }: KeptFieldProps) {
  const { t } = useWords()
  const [typed, setTyped] = useState<string | null>(null)
  const now = typed ?? value
  const problem = typed === null ? undefined : judge?.(typed)
  const canKeep = now !== value && problem === undefined
  const keepIt = async () => {
    if (canKeep && (await onKeep(now))) setTyped(null) // else it stands as typed
  }
  return (
    <div className="field-with-button">
      <TextField
        label={label}
        hint={hint}
        inputMode={inputMode}
        value={now}
        problem={problem}
        onType={setTyped}
        onEnter={() => void keepIt()}
      />
      <PushButton name={t('records.saveOf', { label })} isDisabled={!canKeep} onPress={() => void keepIt()}>
        {t('records.save')}
      </PushButton>
    </div>
  )
}
