import { Suspense } from 'react'
import { IsoDate } from '../../domain/calendar.ts'
import { HandoutFilter } from '../../domain/handout-log.ts'
import { TeachBack } from '../../domain/handout.ts'
import type { Library } from '../../domain/library.ts'
import type { Ask } from '../clinic-api.ts'
import { DateField } from '../ui/date-field-later.tsx'
import { PushButton } from '../ui/push-button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { useAnswer } from '../use-answer.ts'
import { useWords } from '../words/use-words.ts'
import { noFilter, type TypedFilter } from './history-page.ts'

/** What the log is asked for; a day that is not typed whole yet does not matter. */
export function readFilter({ why, from, to, ...chosen }: TypedFilter): HandoutFilter {
  const days = Object.entries({ from, to }).filter(([, day]) => IsoDate.safeParse(day).success)
  const same = Object.entries(chosen).filter(([, value]) => value !== '')
  return HandoutFilter.parse({ ...Object.fromEntries([...days, ...same]), ...(why === '' ? {} : { hasReason: true }) })
}

/** Whether a choice keeps sheets out of the list. */
export const isNarrowed = (typed: TypedFilter) => Object.keys(readFilter(typed)).length > 0

type GivenFiltersProps = {
  readonly ask: Ask
  readonly library: Library
  readonly typed: TypedFilter
  readonly onChange: (typed: TypedFilter) => void
}

/** Narrows the sheets that were given: by day, cause, language, staff, how teach-back went, and whether a rule said stop. */
export function GivenFilters({ ask, library, typed, onChange }: GivenFiltersProps) {
  const { t, language: spoken } = useWords()
  const staff = useAnswer(ask, 'log.list-staff', {}, { isFresh: true }).data?.staff ?? []
  const causes = library.topics.flatMap(({ topic, words }) =>
    topic.causes.map(({ id }) => ({ value: id, label: (words[spoken] ?? words.en)?.causes[id]?.name ?? id })),
  )
  const languages = Object.entries(library.wording).map(([value, { languageName }]) => ({ value, label: languageName }))
  const select = (
    field: keyof TypedFilter,
    label: string,
    any: string,
    options: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <SelectField
      label={label}
      value={typed[field]}
      options={[{ value: '', label: any }, ...options]}
      onChoose={(value) => onChange({ ...typed, [field]: value })}
    />
  )
  return (
    <div className="history-filters">
      <Suspense>
        <DateField label={t('history.from')} value={typed.from} onType={(from) => onChange({ ...typed, from })} />
      </Suspense>
      <Suspense>
        <DateField label={t('history.to')} value={typed.to} onType={(to) => onChange({ ...typed, to })} />
      </Suspense>
      {select('cause', t('history.cause'), t('history.anyCause'), causes)}
      {select('language', t('history.language'), t('history.anyLanguage'), languages)}
      {staff.length > 0 &&
        select(
          'staff',
          t('history.staff'),
          t('history.anyStaff'),
          staff.map((value) => ({ value, label: value })),
        )}
      {select('teachBack', t('history.teachBack'), t('history.all'), [
        { value: 'unasked', label: t('history.unasked') },
        ...TeachBack.options.map((value) => ({ value, label: t(`history.${value}`) })),
      ])}
      {select('why', t('history.why'), t('history.anyWhy'), [{ value: 'reason', label: t('history.withReason') }])}
      {isNarrowed(typed) && (
        <PushButton className="button clear-filters" onPress={() => onChange(noFilter)}>
          {t('history.clearFilters')}
        </PushButton>
      )}
    </div>
  )
}
