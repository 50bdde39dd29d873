import { useState } from 'react'
import type { IsoDate } from '../../domain/calendar.ts'
import type { HistoryRecord } from '../../domain/history.ts'
import type { Library } from '../../domain/library.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import { ConfirmButton } from '../ui/confirm-button.tsx'
import { PushButton } from '../ui/push-button.tsx'
import { Tick } from '../ui/tick.tsx'
import { WindowDialog } from '../ui/window-dialog.tsx'
import { useAnswer } from '../use-answer.ts'
import { useWords } from '../words/use-words.ts'
import { describeHandout } from './describe-handout.ts'
import { SaveSealedButton } from './save-sealed-button.tsx'

type PatientSheetsProps = {
  readonly ask: Ask
  readonly library: Library
  /** one of the patient's records, with a name */
  readonly record: HistoryRecord
  readonly onSave: (records: readonly string[], passphrase: string) => void
  readonly onRemove: (records: readonly string[]) => void
  readonly onClose: () => void
}

/**
 * All that is held of one patient, to be saved as a file or removed, as patients may ask for. The name alone tells them
 * apart, so the clinician sees each sheet, and takes out those of another patient of that name.
 */
export function PatientSheets({ ask, library, record, onSave, onRemove, onClose }: PatientSheetsProps) {
  const words = useWords()
  const { t, writeDay, writeProblems } = words
  const [left, setLeft] = useState<readonly string[]>([])
  const { data, error } = useAnswer(ask, 'history.list-patient', { record: record.handout.id }, { isFresh: true })
  const { records = [], damaged = 0 } = data ?? {}
  const chosen = records.map(({ handout }) => handout.id).filter((id) => !left.includes(id))
  const of = { patient: record.patientName, count: chosen.length }
  const tellTest = (due: IsoDate | null, doneOn: IsoDate | null) =>
    due === null
      ? null
      : [
          t('ofPatient.test', { day: writeDay(due) }),
          ...(doneOn === null ? [] : [t('history.doneOn', { day: writeDay(doneOn) })]),
        ].join(' · ')
  const take = (id: string, on: boolean) => setLeft(on ? left.filter((each) => each !== id) : [...left, id])
  return (
    <WindowDialog title={t('ofPatient.title', of)} isOpen onClose={onClose}>
      <p>{t('ofPatient.why')}</p>
      {error !== null && (
        <p role="alert" className="field-problem">
          {writeProblems(toAppError(error).problems)}
        </p>
      )}
      {data === undefined && error === null && <p className="quiet">{t('history.loading')}</p>}
      <ul className="patient-sheets">
        {records.map(({ handout, retestOn, doneOn }) => {
          const { when, topic, causes } = describeHandout(handout, library, words)
          return (
            <li key={handout.id}>
              <Tick
                label={`${when} · ${causes === '' ? topic : causes}`}
                note={tellTest(retestOn, doneOn)}
                on={chosen.includes(handout.id)}
                onSwitch={(on) => take(handout.id, on)}
              />
            </li>
          )
        })}
      </ul>
      {damaged > 0 && <p className="care-note">{t('ofPatient.damaged', { count: damaged })}</p>}
      <div className="dialog-buttons">
        <PushButton onPress={onClose}>{t('records.goBack')}</PushButton>
        <ConfirmButton
          title={t('ofPatient.removeAsk', of)}
          why={t('ofPatient.removeWhy', of)}
          keep={t('records.goBack')}
          go={t('records.removeNow')}
          isDisabled={chosen.length === 0}
          onGo={() => onRemove(chosen)}
        >
          {t('ofPatient.remove', of)}
        </ConfirmButton>
        <SaveSealedButton
          title={t('ofPatient.saveAsk', of)}
          why={t('ofPatient.saveWhy')}
          isDisabled={chosen.length === 0}
          onSave={(passphrase) => onSave(chosen, passphrase)}
        >
          {t('ofPatient.save', of)}
        </SaveSealedButton>
      </div>
    </WindowDialog>
  )
}
