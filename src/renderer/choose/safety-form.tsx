import type { Problem } from '../../domain/app-error.ts'
import type { ReadingNeed } from '../../domain/patient-facts.ts'
import type { Topic, TopicWords } from '../../domain/topic.ts'
import { getLab, type Draft, type DraftChange } from '../draft.ts'
import { findProblem, toLabField } from '../draft-problems.ts'
import { SelectField, type Option } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Tick } from '../ui/tick.tsx'

const needs: readonly Option<ReadingNeed>[] = [
  { value: 'none', label: 'Reads the language of the sheet' },
  { value: 'interpreter', label: 'Needs an interpreter' },
  { value: 'low-literacy', label: 'Needs help with reading' },
]

type SafetyFormProps = {
  readonly topic: Topic
  readonly words: TopicWords
  readonly draft: Draft
  readonly problems: readonly Problem[]
  readonly change: (change: DraftChange) => void
}

/** What the clinician may tell so that CareSheet can warn in time. Nothing of it is printed or kept. */
export function SafetyForm({ topic, words, draft, problems, change }: SafetyFormProps) {
  const { facts, labs } = topic.safety
  if (facts.length === 0) return null
  const told = draft.facts.length
  return (
    <details className="safety">
      <summary className="section-title">
        Safety questions <span className="optional">{told === 0 ? '(optional, not kept)' : `(${told} ticked)`}</span>
      </summary>
      <div role="group" aria-label="What is known of the patient">
        {facts.map(({ id }) => (
          <Tick
            key={id}
            label={words.safetyFacts[id] ?? id}
            on={draft.facts.includes(id)}
            onSwitch={(on) => change({ kind: 'switch-fact', fact: id, on })}
          />
        ))}
      </div>
      {labs.map(({ id, limit }) => {
        const name = words.safetyLabs[id] ?? id
        const { value, upperLimit } = getLab(draft, id)
        return (
          <div key={id} className="side-by-side">
            <TextField
              label={name}
              inputMode="decimal"
              value={value}
              problem={findProblem(problems, toLabField(id, 'value'))}
              onType={(typed) => change({ kind: 'change-lab', lab: id, finding: { value: typed } })}
            />
            {limit && (
              <TextField
                label={`${name} normal to`}
                inputMode="decimal"
                value={upperLimit}
                problem={findProblem(problems, toLabField(id, 'upperLimit'))}
                onType={(typed) => change({ kind: 'change-lab', lab: id, finding: { upperLimit: typed } })}
              />
            )}
          </div>
        )
      })}
      <SelectField
        label="Reading"
        value={draft.readingNeed}
        options={needs}
        onChoose={(readingNeed) => change({ kind: 'fill', fields: { readingNeed } })}
      />
    </details>
  )
}
