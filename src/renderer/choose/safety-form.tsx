import type { Problem } from '../../domain/app-error.ts'
import type { ReadingNeed } from '../../domain/patient-facts.ts'
import type { Topic, TopicWords } from '../../domain/topic.ts'
import { getLab, type Draft, type DraftChange } from '../draft.ts'
import { findProblem, toLabField } from '../draft-problems.ts'
import { drawOnChange } from '../ui/draw-on-change.tsx'
import { SelectField, type Option } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Tick } from '../ui/tick.tsx'
import { Fold } from '../ui/fold.tsx'
import { useWords } from '../words/use-words.ts'

/** Whether the questions stand open, and whether they did for this patient. */
export type SafetyQuestions = { readonly isOpen: boolean; readonly wereSeen: boolean }

type SafetyFormProps = {
  readonly topic: Topic
  readonly words: TopicWords
  readonly draft: Pick<Draft, 'facts' | 'labs' | 'readingNeed'>
  readonly problems: readonly Problem[]
  readonly questions: SafetyQuestions
  readonly onOpenChange: (isOpen: boolean) => void
  readonly change: (change: DraftChange) => void
}

function DrawSafetyForm({ topic, words, draft, problems, questions, onOpenChange, change }: SafetyFormProps) {
  const { t } = useWords()
  const { facts, labs } = topic.safety
  if (facts.length === 0) return null
  const told = draft.facts.length
  const state =
    told > 0 ? t('safety.ticked', { count: told }) : t(questions.wereSeen ? 'safety.noneTicked' : 'safety.notAsked')
  const needs: readonly Option<ReadingNeed>[] = [
    { value: 'none', label: t('safety.readsSheet') },
    { value: 'interpreter', label: t('safety.needsInterpreter') },
    { value: 'low-literacy', label: t('safety.needsHelp') },
  ]
  return (
    <Fold
      className="safety"
      isOpen={questions.isOpen}
      onOpenChange={onOpenChange}
      title={
        <>
          {t('safety.title')} <span className={told === 0 && !questions.wereSeen ? 'badge' : 'optional'}>{state}</span>
        </>
      }
    >
      <p className="field-hint">{t('safety.notKept')}</p>
      <div role="group" aria-label={t('safety.known')}>
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
                label={t('safety.normalToOf', { lab: name })}
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
        label={t('safety.reading')}
        value={draft.readingNeed}
        options={needs}
        onChoose={(readingNeed) => change({ kind: 'fill', fields: { readingNeed } })}
      />
    </Fold>
  )
}

/** What the clinician may tell so that CareSheet can warn in time. Nothing of it is printed or kept. */
export const SafetyForm = drawOnChange(DrawSafetyForm)
