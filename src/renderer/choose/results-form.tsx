import type { Topic } from '../../domain/topic.ts'
import type { Problem } from '../../domain/app-error.ts'
import { getResult, type Draft, type ResultDraft } from '../draft.ts'
import { findProblem, toResultField } from '../draft-problems.ts'
import { describeTimes, explainMissingLines, type Analyte } from '../typed-results.ts'
import { drawOnChange } from '../ui/draw-on-change.tsx'
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
  readonly problems: readonly Problem[]
  readonly onChange: (analyte: string, result: Partial<ResultDraft>) => void
}

function DrawResultsForm({ topic, draft, problems, onChange }: ResultsFormProps) {
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
          problems={problems}
          onChange={(result) => onChange(analyte.id, result)}
        />
      ))}
      <div role="status">{withoutLine !== null && <p className="quiet">{withoutLine}</p>}</div>
    </fieldset>
  )
}

type ResultRowProps = {
  readonly topic: Topic
  readonly analyte: Analyte
  readonly draft: Pick<Draft, 'results'>
  readonly problems: readonly Problem[]
  readonly onChange: (result: Partial<ResultDraft>) => void
}

function ResultRow({ topic, analyte, draft, problems, onChange }: ResultRowProps) {
  const { t } = useWords()
  const { id } = analyte
  const result = getResult(draft, id)
  const times = describeTimes(draft, topic, analyte)
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
    </div>
  )
}

/** Results to show on the sheet, each with the upper limit of the same lab report and the result before, where known. */
export const ResultsForm = drawOnChange(DrawResultsForm)
