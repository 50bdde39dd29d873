import type { Habits } from '../../domain/habits.ts'
import { offerLimits } from '../../domain/lab-limit.ts'
import type { Topic } from '../../domain/topic.ts'
import type { Problem } from '../../domain/app-error.ts'
import { getResult, type Draft, type ResultDraft } from '../draft.ts'
import { findProblem, toResultField } from '../draft-problems.ts'
import { describeTimes, explainMissingLines, type Analyte } from '../typed-results.ts'
import { drawOnChange } from '../ui/draw-on-change.tsx'
import { PushButton } from '../ui/push-button.tsx'
import { SelectField, type Option } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useWords } from '../words/use-words.ts'

const units: readonly Option<ResultDraft['unit']>[] = [
  { value: 'U/L', label: 'U/L' },
  { value: 'µkat/L', label: 'µkat/L' },
]

type ResultsFormProps = {
  readonly topic: Topic
  readonly draft: Pick<Draft, 'results'>
  /** the limits of sheets before, to be chosen from */
  readonly lab: Pick<Habits, 'labName' | 'labLimits'>
  readonly problems: readonly Problem[]
  readonly onChange: (analyte: string, result: Partial<ResultDraft>) => void
}

function DrawResultsForm({ topic, draft, lab, problems, onChange }: ResultsFormProps) {
  const words = useWords()
  const { t } = words
  const withoutLine = explainMissingLines(draft, topic, words)
  return (
    <fieldset className="results">
      <legend className="section-title">
        {t('results.title')} <span className="optional">{t('choose.optional')}</span>
      </legend>
      <div className="result-head" aria-hidden="true">
        <span />
        <span>{t('results.result')}</span>
        <span>{t('results.normalTo')}</span>
        <span>{t('results.lastTime')}</span>
        <span>{t('results.unit')}</span>
      </div>
      {topic.analytes.map((analyte) => (
        <ResultRow
          key={analyte.id}
          topic={topic}
          analyte={analyte}
          draft={draft}
          lab={lab}
          problems={problems}
          onChange={(result) => onChange(analyte.id, result)}
        />
      ))}
      <div role="status">{withoutLine !== null && <p className="quiet">{withoutLine}</p>}</div>
    </fieldset>
  )
}

type ResultRowProps = Pick<ResultsFormProps, 'topic' | 'draft' | 'lab' | 'problems'> & {
  readonly analyte: Analyte
  readonly onChange: (result: Partial<ResultDraft>) => void
}

function ResultRow({ topic, analyte, draft, lab, problems, onChange }: ResultRowProps) {
  const { t, language } = useWords()
  const number = new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 3 })
  const { id } = analyte
  const result = getResult(draft, id)
  const times = describeTimes(draft, topic, analyte)
  const offered =
    result.value.trim() === '' || result.upperLimit !== '' ? [] : offerLimits(lab.labLimits, lab.labName, id)
  return (
    <div className="result-row" role="group" aria-label={id}>
      <div className="analyte">
        <span aria-hidden="true">{id}</span>
        <output className="times" aria-label={t('results.timesOf', { analyte: id })}>
          {times}
        </output>
      </div>
      <TextField
        label={id}
        hideLabel
        inputMode="decimal"
        value={result.value}
        problem={findProblem(problems, toResultField(id, 'value'))}
        onType={(value) => onChange({ value })}
      />
      <TextField
        label={t('results.normalToOf', { analyte: id })}
        hideLabel
        inputMode="decimal"
        value={result.upperLimit}
        placeholder={result.unit === 'U/L' ? t('results.example', { limit: analyte.usualLimit }) : ''}
        problem={findProblem(problems, toResultField(id, 'upperLimit'))}
        onType={(upperLimit) => onChange({ upperLimit })}
      />
      <TextField
        label={t('results.lastTimeOf', { analyte: id })}
        hideLabel
        inputMode="decimal"
        value={result.previous}
        problem={findProblem(problems, toResultField(id, 'previous'))}
        onType={(previous) => onChange({ previous })}
      />
      <SelectField
        label={t('results.unitOf', { analyte: id })}
        hideLabel
        value={result.unit}
        options={units}
        problem={findProblem(problems, toResultField(id, 'unit'))}
        onChoose={(unit) => onChange({ unit })}
      />
      {offered.map(({ upperLimit, unit }) => {
        const said = { analyte: id, limit: number.format(upperLimit), unit, lab: lab.labName }
        return (
          <PushButton
            key={`${upperLimit} ${unit}`}
            className="link small offered-limit"
            name={t('lab.useOf', said)}
            onPress={() => onChange({ upperLimit: number.format(upperLimit), unit })}
          >
            {t('lab.use', said)}
          </PushButton>
        )
      })}
    </div>
  )
}

/** Results to show on the sheet, each with the upper limit of the same lab report and the result before, where known. */
export const ResultsForm = drawOnChange(DrawResultsForm)
