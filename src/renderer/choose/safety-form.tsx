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

/** Whether the questions stand open, and whether the clinician said that none is true of this patient. */
export type SafetyQuestions = { readonly isOpen: boolean; readonly areNone: boolean }

type SafetyFormProps = {
  readonly topic: Topic
  readonly words: TopicWords
  readonly draft: Pick<Draft, 'facts' | 'labs' | 'readingNeed'>
  readonly problems: readonly Problem[]
  readonly questions: SafetyQuestions
  readonly onQuestions: (questions: SafetyQuestions) => void
  readonly change: (change: DraftChange) => void
}

function DrawSafetyForm({ topic, words, draft, problems, questions, onQuestions, change }: SafetyFormProps) {
  const { t } = useWords()
  const { facts, labs } = topic.safety
  if (facts.length === 0) return null
  const told = draft.facts.length
  const areNone = told === 0 && questions.areNone
  const state = told > 0 ? t('safety.ticked', { count: told }) : t(areNone ? 'safety.noneTrue' : 'safety.notAsked')
  const needs: readonly Option<ReadingNeed>[] = [
    { value: 'none', label: t('safety.readsSheet') },
    { value: 'interpreter', label: t('safety.needsInterpreter') },
    { value: 'low-literacy', label: t('safety.needsHelp') },
  ]
  return (
    <Fold
      className="safety"
      isOpen={questions.isOpen}
      onOpenChange={(isOpen) => onQuestions({ ...questions, isOpen })}
      title={
        <>
          {t('safety.title')} <span className={told === 0 && !areNone ? 'badge' : 'optional'}>{state}</span>
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
            onSwitch={(on) => {
              if (questions.areNone) onQuestions({ ...questions, areNone: false })
              change({ kind: 'switch-fact', fact: id, on })
            }}
          />
        ))}
        <Tick
          label={t('safety.noneOfThese')}
          on={areNone}
          disabled={told > 0}
          onSwitch={(on) => onQuestions({ ...questions, areNone: on })}
        />
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
