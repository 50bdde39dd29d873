import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { TextArea, TextField as AriaTextField } from 'react-aria-components'
import type { Language } from '../../domain/ids.ts'
import { findSnippets, type Snippet } from '../../domain/snippet.ts'
import { FieldLabel, FieldNotes } from '../ui/field-notes.tsx'
import { mostTyped } from '../ui/text-field.tsx'
import { useWords } from '../words/use-words.ts'

type NoteFieldProps = {
  readonly label: string
  readonly value: string
  readonly problem: string | undefined
  readonly snippets: readonly Snippet[]
  /** of the sheet: snippets of another one are not offered */
  readonly language: Language
  readonly onType: (note: string) => void
}

/** The note as it is typed. A dot and a few letters offer the snippets that begin so; Enter puts the chosen one in their place. */
export function NoteField({ label, value, problem, snippets, language, onType }: NoteFieldProps) {
  const { t } = useWords()
  const area = useRef<HTMLTextAreaElement>(null)
  const listId = useId()
  /** where the caret was after the last letter; null once a list that stood there was closed */
  const [caret, setCaret] = useState<number | null>(null)
  const [chosen, setChosen] = useState(0)
  /** where the caret goes once the changed note stands there */
  const nextCaret = useRef<number | null>(null)
  const begun = caret === null ? null : findSnippets(value, caret, snippets, language)
  const found = begun?.found ?? []
  const current = found[Math.min(chosen, found.length - 1)]
  const toOptionId = (index: number) => `${listId}-${index}`

  useLayoutEffect(() => {
    if (nextCaret.current !== null) area.current?.setSelectionRange(nextCaret.current, nextCaret.current)
    nextCaret.current = null
  })

  const put = (snippet: Snippet) => {
    if (begun === null || caret === null) return
    nextCaret.current = begun.start + snippet.text.length
    setCaret(null)
    onType(`${value.slice(0, begun.start)}${snippet.text}${value.slice(caret)}`)
  }
  const choose = (event: KeyboardEvent) => {
    if (current === undefined || event.nativeEvent.isComposing) return
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (step !== undefined) setChosen((found.indexOf(current) + step + found.length) % found.length)
    else if (event.key === 'Enter' || event.key === 'Tab') put(current)
    else if (event.key === 'Escape') setCaret(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const list =
    current === undefined
      ? {}
      : {
          'aria-autocomplete': 'list' as const,
          'aria-controls': listId,
          'aria-activedescendant': toOptionId(found.indexOf(current)),
        }
  return (
    <AriaTextField
      className="field"
      value={value}
      onChange={onType}
      isInvalid={problem !== undefined}
      validationBehavior="aria"
      autoComplete="off"
      spellCheck="false"
    >
      <FieldLabel label={label} isHidden />
      <TextArea
        ref={area}
        rows={3}
        maxLength={mostTyped.manyLines}
        onInput={({ currentTarget }) => {
          setCaret(currentTarget.selectionStart)
          setChosen(0)
        }}
        onBlur={() => setCaret(null)}
        onKeyDownCapture={choose}
        {...list}
      />
      {current !== undefined && (
        <ul id={listId} role="listbox" aria-label={t('snippets.title')} className="options snippet-options">
          {found.map((snippet, index) => (
            // The keys belong to the field, which has the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={snippet.name}
              id={toOptionId(index)}
              role="option"
              aria-selected={snippet === current}
              className="option"
              data-focused={snippet === current || undefined}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => put(snippet)}
            >
              <strong>.{snippet.name}</strong> <span>{snippet.text}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="visually-hidden" role="status">
        {current !== undefined && t('snippets.offered', { count: found.length, text: current.text })}
      </p>
      <FieldNotes problem={problem} />
    </AriaTextField>
  )
}
