import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { IsoDate } from '../../domain/calendar.ts'
import type { Problem } from '../../domain/app-error.ts'
import type { LoggedHandout } from '../../domain/handout-log.ts'
import type { HistoryRecord } from '../../domain/history.ts'
import type { Library } from '../../domain/library.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { tellSaved } from '../sheet/tell-saved.ts'
import { PlainTable } from '../ui/plain-table.tsx'
import { PushButton } from '../ui/push-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ToldLines } from '../ui/told-lines.tsx'
import { toAnswerKey } from '../use-answer.ts'
import { useTelling } from '../use-telling.ts'
import { joinSentences } from '../words/join-sentences.ts'
import { useWords } from '../words/use-words.ts'
import { describeHandout } from './describe-handout.ts'
import { useHistoryPage } from './history-page.ts'
import { LockButton } from './lock-button.tsx'
import { PatientSheets } from './patient-sheets.tsx'
import { PrintRecordAgain } from './print-record-again.tsx'
import { RecordButtons } from './record-buttons.tsx'
import { RefusedDialog } from './refused-dialog.tsx'
import { ReprintJobs } from './reprint-jobs.tsx'
import { rowsAtOnce, usePages } from './use-pages.ts'

type NamesListProps = {
  readonly ask: Ask
  readonly library: Library
  readonly today: IsoDate
  /** whether the field for a name has the focus once it is there: the names were unlocked this moment */
  readonly takesFocus: boolean
  /** whether a sheet is being written, which a new one would take the place of */
  readonly isSheetBegun: boolean
  /** begins a new sheet with the causes of one that was given */
  readonly onStartFrom: (handout: LoggedHandout) => void
}

/** What is asked about before it is done to a record, or cannot be done. */
type Asked = { readonly record: HistoryRecord } & (
  | { readonly what: 'print' | 'remove' | 'patient' }
  | { readonly what: 'unsaved'; readonly problems: readonly Problem[] }
)

/** The history with the patients' names, while it is unlocked: found by name, printed or saved once more, or removed. */
export function NamesList({ ask, library, today, takesFocus, isSheetBegun, onStartFrom }: NamesListProps) {
  const words = useWords()
  const { t } = words
  const name = useHistoryPage((page) => page.name)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [jobs, setJobs] = useState<readonly number[]>([])
  const { told, run } = useTelling()
  const filter = { words: name }
  const { pages, isPending, problem, more, refresh } = usePages(['history.list', filter], (before) =>
    ask('history.list', { filter, before, limit: rowsAtOnce }),
  )
  const describe = (record: HistoryRecord) => ({
    patient: record.patientName === '' ? t('history.noName') : record.patientName,
    ...describeHandout(record.handout, library, words),
  })
  const answers = useQueryClient()
  /** what could not be written down is told there */
  const readStatusAnew = () => answers.invalidateQueries({ queryKey: toAnswerKey('history.status', {}) })
  const saveAgain = (record: HistoryRecord) =>
    run(async () => {
      try {
        const { path, notLogged } = await ask('history.save-again', { record: record.handout.id })
        return path === null ? null : tellSaved(path, notLogged)
      } catch (thrown) {
        const { told: why, problems } = toAppError(thrown)
        if (why.id !== 'history-pdf-damaged') throw thrown
        setAsked({ record, what: 'unsaved', problems })
        return null
      }
    })
  const remove = async ({ record }: Asked) => {
    setAsked(null)
    const { patientName: patient } = record
    await run(async () => {
      await ask('history.remove', { record: record.handout.id })
      return (said) => said.t('history.removed', { patient: patient === '' ? said.t('history.noName') : patient })
    })
    await readStatusAnew()
    refresh()
  }
  const savePatient = async (sheets: readonly string[], passphrase: string) => {
    setAsked(null)
    await run(async () => {
      const { path, withoutPdf } = await ask('history.export-patient', { records: [...sheets], passphrase })
      if (path === null) return null
      return (said) => {
        const lacks = withoutPdf > 0 ? [said.t('ofPatient.withoutPdf', { count: withoutPdf })] : []
        return joinSentences([said.t('issue.saved', { path }), ...lacks])
      }
    })
    await readStatusAnew()
  }
  const removePatient = async (sheets: readonly string[], patient: string) => {
    setAsked(null)
    await run(async () => {
      await ask('history.remove-patient', { records: [...sheets] })
      return (said) => said.t('ofPatient.removed', { patient, count: sheets.length })
    })
    await readStatusAnew()
    refresh()
  }
  const records = pages.flatMap((page) => page.records)
  const empty = isPending
    ? t('history.loading')
    : records.length === 0 && t(name.trim() === '' ? 'history.noneKept' : 'history.noneOf', { name: name.trim() })
  return (
    <>
      <div className="history-bar">
        <TextField
          label={t('history.findName')}
          value={name}
          takesFocus={takesFocus}
          onType={(typed) => useHistoryPage.setState({ name: typed })}
        />
        <LockButton ask={ask} isSheetBegun={isSheetBegun} />
      </div>
      <ToldLines told={told} problem={problem} otherwise={empty} />
      <ReprintJobs ask={ask} jobs={jobs} />
      {records.length > 0 && (
        <PlainTable
          className="history-table"
          heads={[t('history.patient'), t('history.sheet'), t('history.nextTest'), t('history.do')]}
        >
          {records.map((record) => {
            const said = describe(record)
            return (
              <tr key={record.handout.id}>
                <td>
                  <strong>{said.patient}</strong>
                  <br />
                  <span className="quiet">{said.when}</span>
                </td>
                <td>{said.causes === '' ? said.topic : said.causes}</td>
                <td>
                  {record.retestOn === null ? '–' : words.writeDay(record.retestOn)}
                  {record.doneOn !== null && (
                    <>
                      <br />
                      <span className="quiet">{t('history.doneOn', { day: words.writeDay(record.doneOn) })}</span>
                    </>
                  )}
                </td>
                <td>
                  <RecordButtons
                    of={said}
                    onPrintAgain={() => setAsked({ record, what: 'print' })}
                    onSaveAgain={() => void saveAgain(record)}
                    onRemove={() => setAsked({ record, what: 'remove' })}
                    {...(record.patientName !== '' && { onPatient: () => setAsked({ record, what: 'patient' }) })}
                  />
                </td>
              </tr>
            )
          })}
        </PlainTable>
      )}
      {more !== null && <PushButton onPress={more}>{t('history.more')}</PushButton>}
      {asked?.what === 'print' && (
        <PrintRecordAgain
          ask={ask}
          record={asked.record}
          today={today}
          title={t('history.printAgainOf', describe(asked.record))}
          isSheetBegun={isSheetBegun}
          onStartFrom={() => onStartFrom(asked.record.handout)}
          onPrinted={(job) => setJobs([...jobs, job])}
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.what === 'unsaved' && (
        <RefusedDialog
          title={t('history.saveAgainOf', describe(asked.record))}
          problems={asked.problems}
          isSheetBegun={isSheetBegun}
          onStartFrom={() => onStartFrom(asked.record.handout)}
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.what === 'patient' && (
        <PatientSheets
          ask={ask}
          library={library}
          record={asked.record}
          onSave={(sheets, passphrase) => void savePatient(sheets, passphrase)}
          onRemove={(sheets) => void removePatient(sheets, asked.record.patientName)}
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.what === 'remove' && (
        <ConfirmDialog
          title={t('history.removeOf', describe(asked.record))}
          why={t('records.noWayBack')}
          keep={t('records.goBack')}
          go={t('records.removeNow')}
          isOpen
          onGo={() => void remove(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}
