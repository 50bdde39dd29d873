import { useRef } from 'react'
import { flushSync } from 'react-dom'
import type { Problem } from '../../domain/app-error.ts'
import { Button } from 'react-aria-components'
import { mostToStop } from '../../domain/selection.ts'
import { findProblem, toStopField } from '../draft-problems.ts'
import { TextField } from '../ui/text-field.tsx'
import { useWords } from '../words/use-words.ts'

type StopListProps = {
  /** the sentence before the names, as the content says it */
  readonly label: string
  readonly names: readonly string[]
  readonly problems: readonly Problem[]
  readonly onType: (index: number, name: string) => void
  readonly onRemove: (index: number) => void
}

/** The medicines the patient is to stop: a field each, and an empty one to go on with. */
export function StopList({ label, names, problems, onType, onRemove }: StopListProps) {
  const { t } = useWords()
  const fields = names.length === 0 ? [''] : names
  const whole = findProblem(problems, 'medicinesToStop')
  const list = useRef<HTMLUListElement>(null)
  const addFields = (added: readonly string[]) => {
    // Drawn at once, so that what is typed next lands in the new field and not on the number keys.
    flushSync(() => added.forEach((name, place) => onType(Math.max(1, names.length) + place, name)))
    list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus()
  }
  /** A list that was pasted, or a comma, goes on in the next field: a name hidden behind another would be judged as one. */
  const type = (index: number, typed: string) => {
    const [first = '', ...more] = typed.split(/[,;，；、]/u)
    if (more.length === 0) return onType(index, typed.trimStart())
    onType(index, first.trim())
    addFields(more.map((name) => name.trim()))
  }
  const canAdd = names.length > 0 && names.length < mostToStop && names.every((name) => name.trim() !== '')
  const goOn = () => {
    if (canAdd) addFields([''])
  }
  return (
    <div className="stop-list" role="group" aria-label={t('medicines.toStop')}>
      <p className="stop-label">{label}</p>
      <ul ref={list}>
        {fields.map((name, index) => (
          // The place in the list is all that tells two half-typed names apart.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <TextField
              label={t('medicines.toStopNumber', { number: index + 1 })}
              hideLabel
              value={name}
              problem={findProblem(problems, toStopField(index))}
              onType={(typed) => type(index, typed)}
              onEnter={goOn}
            />
            {names.length > 0 && (
              <Button
                className="button small"
                aria-label={
                  name === ''
                    ? t('medicines.removeNumber', { number: index + 1 })
                    : t('medicines.removeOf', { medicine: name })
                }
                onPress={() => onRemove(index)}
              >
                {t('medicines.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {canAdd && (
        <Button className="button small" onPress={() => addFields([''])}>
          {t('medicines.add')}
        </Button>
      )}
      {whole !== undefined && <p className="field-problem">{whole}</p>}
    </div>
  )
}
