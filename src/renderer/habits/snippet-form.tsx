import { useEffect, useRef, useState } from 'react'
import { Button, Form } from 'react-aria-components'
import { checkNote } from '../../domain/check-note.ts'
import type { Problem } from '../../domain/app-error.ts'
import type { Library } from '../../domain/library.ts'
import { toProblems } from '../../domain/selection.ts'
import { Snippet } from '../../domain/snippet.ts'
import { findProblem } from '../draft-problems.ts'
import { listLanguages } from '../list-languages.ts'
import { NoteWarnings } from '../tailor/note-warnings.tsx'
import { PushButton } from '../ui/push-button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useWords } from '../words/use-words.ts'

type SnippetFormProps = {
  readonly library: Library
  /** the snippet to change; null for a new one */
  readonly changed: Snippet | null
  readonly onKeep: (snippet: Snippet) => void
  readonly onCancel: () => void
}

/** A snippet as it is typed; its text is checked as a note is. */
export function SnippetForm({ library, changed, onKeep, onCancel }: SnippetFormProps) {
  const { t, language, writeProblem } = useWords()
  const [typed, setTyped] = useState<Snippet>(changed ?? { name: '', language, text: '' })
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (changed !== null) form.current?.querySelector('textarea')?.focus()
  }, [changed])
  const fill = (fields: Partial<Snippet>) => {
    setTyped({ ...typed, ...fields })
    setProblems([])
  }
  const keep = () => {
    const read = Snippet.safeParse(typed)
    if (!read.success) return setProblems(toProblems(read.error))
    setTyped({ ...typed, name: '', text: '' })
    return onKeep(read.data)
  }
  const spoken = problems.map((problem) => ({ ...problem, message: writeProblem(problem) }))
  return (
    <Form
      ref={form}
      className="snippet-form"
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <div className="side-by-side">
        <TextField
          label={t('snippets.name')}
          hint={t('snippets.nameHint')}
          value={typed.name}
          problem={findProblem(spoken, 'name')}
          onType={(name) => fill({ name })}
        />
        <SelectField
          label={t('snippets.language')}
          value={typed.language}
          options={listLanguages(library.wording)}
          problem={findProblem(spoken, 'language')}
          onChoose={(chosen) => fill({ language: chosen })}
        />
      </div>
      <TextField
        label={t('snippets.text')}
        hint={t('snippets.textHint')}
        rows={2}
        value={typed.text}
        problem={findProblem(spoken, 'text')}
        onType={(text) => fill({ text })}
      />
      <NoteWarnings warnings={checkNote(typed.text.slice(0, longestChecked), typed.language, library)} />
      <div className="records-buttons">
        <Button type="submit" className="button">
          {t(changed === null ? 'snippets.add' : 'snippets.change')}
        </Button>
        {changed !== null && <PushButton onPress={onCancel}>{t('snippets.leave')}</PushButton>}
      </div>
    </Form>
  )
}

/** A longer text is refused, so it need not be checked. */
const longestChecked = 1200
