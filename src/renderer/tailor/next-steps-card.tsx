import { Suspense, useState } from 'react'
import type { SheetContent } from '../../domain/check-selection.ts'
import type { IsoDate } from '../../domain/calendar.ts'
import type { Problem } from '../../domain/app-error.ts'
import type { UsualRetest } from '../../domain/retest-date.ts'
import { writeDate } from '../../domain/sheet-draft.ts'
import type { Draft, RetestChoice } from '../draft.ts'
import { findProblem } from '../draft-problems.ts'
import { drawOnChange } from '../ui/draw-on-change.tsx'
import { DateField } from '../ui/date-field-later.tsx'
import { SelectField, type Option } from '../ui/select-field.tsx'
import { Tick } from '../ui/tick.tsx'
import { useWords } from '../words/use-words.ts'
import type { Words } from '../words/words.ts'
import { AdviceCard } from './advice-card.tsx'

type NextStepsCardProps = {
  readonly content: SheetContent
  readonly retest: Draft['retest']
  /** the day that will print; null when none does, or none can be told yet */
  readonly date: IsoDate | null
  /** what to look at again in that day */
  readonly warning: string | null
  readonly usual: UsualRetest
  readonly today: IsoDate
  readonly problems: readonly Problem[]
  /** lines that stand under the date, with whether each prints */
  readonly preparation: readonly { readonly id: string; readonly on: boolean }[]
  readonly onSwitch: (line: string, on: boolean) => void
  readonly hasCard: boolean
  readonly onSwitchCard: (on: boolean) => void
  readonly onChange: (retest: Partial<Draft['retest']>) => void
}

function DrawNextStepsCard(props: NextStepsCardProps) {
  const words = useWords()
  const { t } = words
  const { content, retest, date, warning, usual, today, problems, preparation, hasCard } = props
  const { onSwitch, onSwitchCard, onChange } = props
  /** whether the field of the day was left: until then a day is still being picked */
  const [wasLeft, setWasLeft] = useState(false)
  return (
    <AdviceCard title={t('retest.title')}>
      <div className="retest">
        <SelectField
          label={t('retest.when')}
          value={retest.choice}
          options={listOptions(content.entry.topic.retestChoices, usual, words)}
          onChoose={(choice) => {
            setWasLeft(false)
            onChange({ choice })
          }}
        />
        {retest.choice === 'date' && (
          <Suspense>
            <DateField
              label={t('retest.day')}
              min={today}
              value={retest.date}
              problem={wasLeft ? findProblem(problems, 'retest.date') : undefined}
              onLeave={() => setWasLeft(true)}
              onType={(picked) => onChange({ date: picked })}
            />
          </Suspense>
        )}
        <output className={date === null ? 'retest-none' : 'retest-date'} aria-label={t('retest.date')}>
          {date === null ? explainNoDate(retest.choice, usual, words) : writeDate(content, date, 'longDate')}
        </output>
      </div>
      {retest.choice === 'usual' && usual.weeks !== null && (
        <p className="quiet">{t('retest.usualOf', { causes: nameCauses(usual.causes, content) })}</p>
      )}
      <div role="status">{warning !== null && <p className="care-note">{warning}</p>}</div>
      {date !== null && (
        <div className="items">
          {preparation.map(({ id, on }) => (
            <Tick
              key={id}
              label={content.words.preparation[id] ?? id}
              on={on}
              onSwitch={(wanted) => onSwitch(id, wanted)}
            />
          ))}
          <Tick label={t('retest.card')} note={t('retest.cardNote')} on={hasCard} onSwitch={onSwitchCard} />
        </div>
      )}
    </AdviceCard>
  )
}

function listOptions(
  weeksOffered: readonly number[],
  { weeks: usualWeeks }: UsualRetest,
  { t }: Words,
): readonly Option<RetestChoice>[] {
  const usual = usualWeeks === null ? t('retest.usual') : t('retest.usualWeeks', { count: usualWeeks })
  return [
    { value: 'usual', label: usual },
    ...weeksOffered.map((weeks) => ({ value: `${weeks}` as const, label: t('retest.inWeeks', { count: weeks }) })),
    { value: 'date', label: t('retest.pickDate') },
    { value: 'none', label: t('retest.none') },
  ]
}

function nameCauses(ids: readonly string[], { words }: SheetContent): string {
  return new Intl.ListFormat(words.language).format(ids.map((id) => words.causes[id]?.name ?? id))
}

function explainNoDate(choice: RetestChoice, usual: UsualRetest, { t }: Words): string {
  switch (choice) {
    case 'usual':
      return usual.weeks !== null || usual.why === 'open' ? t('retest.noUsual') : t('retest.mustNotWait')
    case 'none':
      return t('retest.noDate')
    case 'date':
    default:
      return ''
  }
}

/** When the blood is to be tested again, and how to prepare for it. */
export const NextStepsCard = drawOnChange(DrawNextStepsCard)
