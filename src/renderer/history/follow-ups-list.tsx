import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toLocalDate, type IsoDate } from '../../domain/calendar.ts'
import { findEarlyEnd, FollowUpState } from '../../domain/follow-up.ts'
import type { Library } from '../../domain/library.ts'
import type { FollowUp } from '../../ipc/history.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import { PlainTable } from '../ui/plain-table.tsx'
import { PushButton } from '../ui/push-button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { ToldLines } from '../ui/told-lines.tsx'
import { toAnswerKey, useAnswer } from '../use-answer.ts'
import { useTelling } from '../use-telling.ts'
import { useWords } from '../words/use-words.ts'
import { describeHandout } from './describe-handout.ts'
import { useHistoryPage } from './history-page.ts'
import { SaveSealedButton } from './save-sealed-button.tsx'

type FollowUpsListProps = {
  readonly ask: Ask
  readonly library: Library
  readonly today: IsoDate
  /** how many days a sheet stays, and its test with it */
  readonly days: number
  /** whether its first field has the focus once it is there: the names were unlocked this moment */
  readonly takesFocus: boolean
}

const filters = ['', ...FollowUpState.options] as const

/** The tests that are to be done again: overdue ones first. That one was done is noted here; the list can be saved. */
export function FollowUpsList({ ask, library, today, days, takesFocus }: FollowUpsListProps) {
  const words = useWords()
  const { t, writeDay, writeProblems } = words
  const wanted = useHistoryPage((page) => page.tests)
  /** the tests shown when one was noted: they stay where they are, or a second click would meet the next patient's */
  const [held, setHeld] = useState<readonly string[] | null>(null)
  const { told, run } = useTelling()
  const { data, error, isPending, refetch } = useAnswer(ask, 'follow-ups.list', {}, { isFresh: true })
  const note = async ({ record }: FollowUp, doneOn: IsoDate | null) => {
    setHeld(listed.map((each) => each.record.handout.id))
    await run(async () => (await ask('follow-ups.record-done', { record: record.handout.id, doneOn }), null))
    await refetch()
  }
  const answers = useQueryClient()
  const save = (passphrase: string) =>
    run(async () => {
      const { path } = await ask('follow-ups.export', { passphrase })
      await answers.invalidateQueries({ queryKey: toAnswerKey('history.status', {}) }) // which tells what is not written down
      return path === null ? null : (said) => said.t('issue.saved', { path })
    })
  const all = data?.followUps ?? []
  const damaged = data?.damaged ?? 0
  const listed =
    held === null
      ? all.filter(({ state }) => wanted === '' || state === wanted)
      : held.flatMap((id) => all.find(({ record }) => record.handout.id === id) ?? [])
  const empty = isPending ? t('history.loading') : listed.length === 0 && t('history.noFollowUp')
  const left = damaged > 0 ? t('history.damaged', { count: damaged }) : null
  const problem = error === null ? left : writeProblems(toAppError(error).problems)
  return (
    <>
      <div className="history-bar">
        <SelectField
          label={t('history.show')}
          value={wanted}
          takesFocus={takesFocus}
          options={filters.map((value) => ({
            value,
            label: value === '' ? t('history.allTests') : t(`followUps.states.${value}`),
          }))}
          onChoose={(value) => {
            useHistoryPage.setState({ tests: value })
            setHeld(null)
          }}
        />
        <SaveSealedButton
          title={t('history.saveFollowUpsAsk')}
          why={t('history.saveFollowUpsWhy')}
          isDisabled={all.length === 0}
          onSave={(passphrase) => void save(passphrase)}
        >
          {t('history.saveFollowUps')}
        </SaveSealedButton>
      </div>
      <p className="field-hint">{t('history.testsGo', { count: days })}</p>
      <ToldLines told={told} problem={problem} otherwise={empty} />
      {listed.length > 0 && (
        <PlainTable
          className="history-table"
          heads={[t('followUps.dueOn'), t('history.patient'), t('history.sheet'), t('history.do')]}
        >
          {listed.map((followUp) => {
            const { record, dueOn, state } = followUp
            const said = describeHandout(record.handout, library, words)
            const patient = record.patientName === '' ? t('history.noName') : record.patientName
            const of = { patient, when: said.when }
            const end = findEarlyEnd(followUp, toLocalDate(new Date(record.handout.givenAt)), days)
            return (
              <tr key={record.handout.id}>
                <td>
                  <strong>{writeDay(dueOn)}</strong>
                  <br />
                  <span className={`follow-up-state ${state}`}>
                    {t(`followUps.states.${state}`)}
                    {record.doneOn !== null && ` · ${writeDay(record.doneOn)}`}
                  </span>
                  {end !== null && <p className="follow-up-end">{t('history.staysUntil', { day: writeDay(end) })}</p>}
                </td>
                <td>{patient}</td>
                <td>
                  {said.causes === '' ? said.topic : said.causes}
                  <br />
                  <span className="quiet">{said.when}</span>
                </td>
                <td>
                  {state === 'done' ? (
                    <PushButton
                      className="button small"
                      name={t('history.notDoneOf', of)}
                      onPress={() => void note(followUp, null)}
                    >
                      {t('history.notDone')}
                    </PushButton>
                  ) : (
                    <PushButton
                      className="button small"
                      name={t('history.doneOf', of)}
                      onPress={() => void note(followUp, today)}
                    >
                      {t('history.done')}
                    </PushButton>
                  )}
                </td>
              </tr>
            )
          })}
        </PlainTable>
      )}
    </>
  )
}
