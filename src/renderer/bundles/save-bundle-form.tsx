import { useState } from 'react'
import { Button, Form } from 'react-aria-components'
import { Bundle, hasBundle, type BundleChoices } from '../../domain/bundle.ts'
import { toProblems } from '../../domain/selection.ts'
import { TextField } from '../ui/text-field.tsx'
import { useWords } from '../words/use-words.ts'

type SaveBundleFormProps = {
  readonly bundles: readonly Bundle[]
  readonly choices: BundleChoices
  readonly onSave: (bundle: Bundle) => void
}

/** Gives what is ticked now a name, to be opened with one key next time. */
export function SaveBundleForm({ bundles, choices, onSave }: SaveBundleFormProps) {
  const { t, writeProblems } = useWords()
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | undefined>()
  if (choices.causes.length === 0) return <p className="quiet">{t('bundles.tickFirst')}</p>
  const isThere = hasBundle(bundles, name)
  const save = () => {
    const read = Bundle.safeParse({ name, choices })
    setProblem(read.success ? undefined : writeProblems(toProblems(read.error)))
    if (!read.success) return
    setName('')
    onSave(read.data)
  }
  return (
    <Form
      className="save-bundle"
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextField
        label={t('bundles.name')}
        hint={t('bundles.nameHint')}
        value={name}
        problem={problem}
        onType={(typed) => {
          setProblem(undefined)
          setName(typed)
        }}
      />
      <Button type="submit" className="button">
        {t(isThere ? 'bundles.replace' : 'bundles.save')}
      </Button>
    </Form>
  )
}
