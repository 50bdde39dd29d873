import { useState } from 'react'
import type { IsoDate } from '../../domain/calendar.ts'
import type { LoggedHandout } from '../../domain/handout-log.ts'
import { TeachBack } from '../../domain/handout.ts'
import type { Library } from '../../domain/library.ts'
import type { Ask } from '../clinic-api.ts'
import { PlainTable } from '../ui/plain-table.tsx'
import { PushButton } from '../ui/push-button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { useTelling } from '../use-telling.ts'
import { useWords } from '../words/use-words.ts'
import { describeHandout } from './describe-handout.ts'
import { GivenFilters, isNarrowed, readFilter } from './given-filters.tsx'
import { useHistoryPage } from './history-page.ts'
import { PrintGivenAgain } from './print-given-again.tsx'
import { ReprintJobs } from './reprint-jobs.tsx'
import { rowsAtOnce, usePages } from './use-pages.ts'

type GivenListProps = {
  readonly ask: Ask
  readonly library: Library
  readonly today: IsoDate
  /** whether a sheet is being written, which a new one would take the place of */
  readonly isSheetBegun: boolean
  /** begins a new sheet with the causes of one that was given */
  readonly onStartFrom: (handout: LoggedHandout) => void
  /** shows the history with names */
  readonly onOpenNames: () => void
}

const outcomes = ['', ...TeachBack.options] as const

/** The sheets that were given, newest first: nothing about whom they were for. How it went may be noted. */
export function GivenList({ ask, library, today, isSheetBegun, onStartFrom, onOpenNames }: GivenListProps) {
  const words = useWords()
  const { t } = words
  const typed = useHistoryPage((page) => page.given)
  const [asked, setAsked] = useState<LoggedHandout | null>(null)
  const [jobs, setJobs] = useState<readonly number[]>([])
  const { told, run } = useTelling()
  const filter = readFilter(typed)
  const { pages, isPending, problem, more, refresh } = usePages(['log.list', filter], (before) =>
    ask('log.list', { filter, before, limit: rowsAtOnce }),
  )
  const note = async (handout: string, outcome: TeachBack | '') => {
    await run(
      async () => (await ask('log.record-teach-back', { handout, outcome: outcome === '' ? null : outcome }), null),
    )
    refresh()
  }
  const name = (handout: LoggedHandout) => {
    const { when, causes, topic } = describeHandout(handout, library, words)
    return t('history.printGivenAgain', { when, sheet: causes === '' ? topic : causes })
  }
  const handouts = pages.flatMap((page) => page.handouts)
  return (
    <>
      <p className="quiet">{t('history.aboutGiven')}</p>
      <GivenFilters
        ask={ask}
        library={library}
        typed={typed}
        onChange={(given) => useHistoryPage.setState({ given })}
      />
      <p role="alert" className="field-problem">
        {told?.text ?? problem}
      </p>
      <p role="status" className="quiet">
        {isPending
          ? t('history.loading')
          : handouts.length === 0 && t(isNarrowed(typed) ? 'history.noMatch' : 'history.none')}
      </p>
      <ReprintJobs ask={ask} jobs={jobs} onTaken={refresh} />
      {handouts.length > 0 && (
        <PlainTable
          className="history-table"
          heads={[t('history.given'), t('history.sheet'), t('history.how'), t('history.teachBack'), t('history.do')]}
        >
          {handouts.map((handout) => {
            const said = describeHandout(handout, library, words)
            return (
              <tr key={handout.id}>
                <td>
                  {said.when}
                  {handout.staff !== '' && <span className="quiet"> · {handout.staff}</span>}
                </td>
                <td>
                  <strong>{said.causes === '' ? said.topic : said.causes}</strong>
                  <br />
                  <span className="quiet">
                    {said.languages} · {t('history.version', { version: handout.topicVersion })} · {handout.sheetId}
                    {handout.overrideReason !== '' && ` · ${t('history.reason', { why: handout.overrideReason })}`}
                  </span>
                </td>
                <td>
                  {said.way}
                  <br />
                  <span className="quiet">{said.audience}</span>
                </td>
                <td>
                  <SelectField
                    label={t('history.teachBackOf', { when: said.when })}
                    hideLabel
                    value={handout.teachBack ?? ''}
                    options={outcomes.map((value) => ({
                      value,
                      label: t(value === '' ? 'history.unasked' : `history.${value}`),
                    }))}
                    onChoose={(outcome) => void note(handout.id, outcome)}
                  />
                </td>
                <td>
                  <PushButton className="button small" name={name(handout)} onPress={() => setAsked(handout)}>
                    {t('history.printAgain')}
                  </PushButton>
                </td>
              </tr>
            )
          })}
        </PlainTable>
      )}
      {more !== null && <PushButton onPress={more}>{t('history.more')}</PushButton>}
      {asked !== null && (
        <PrintGivenAgain
          ask={ask}
          handout={asked}
          today={today}
          title={name(asked)}
          onPrinted={(job) => setJobs([...jobs, job])}
          isSheetBegun={isSheetBegun}
          onStartFrom={() => onStartFrom(asked)}
          onOpenNames={onOpenNames}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}
