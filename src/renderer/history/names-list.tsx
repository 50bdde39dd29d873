import { useState } from 'react'
import type { Library } from '../../domain/library.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import type { Notice } from '../sheet/use-issue.ts'
import { PushButton } from '../ui/push-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useWords } from '../words/use-words.ts'
import { describeHandout } from './describe-handout.ts'
import { rowsAtOnce, usePages } from './use-pages.ts'

type NamesListProps = { readonly ask: Ask; readonly library: Library }

/** The history with the patients' names, while it is unlocked: found by name, saved once more, or removed. */
export function NamesList({ ask, library }: NamesListProps) {
  const words = useWords()
  const { t, write, writeProblem } = words
  const [name, setName] = useState('')
  const [notice, setNotice] = useState<Notice | null>(null)
  const filter = { words: name }
  const { pages, isPending, problem, more, refresh } = usePages(['history.list', filter], (before) =>
    ask('history.list', { filter, before, limit: rowsAtOnce }),
  )
  const run = async (work: () => Promise<string | null>) => {
    try {
      const text = await work()
      setNotice(text === null ? null : { tone: 'plain', text })
    } catch (thrown) {
      setNotice({ tone: 'stop', text: toAppError(thrown).problems.map(writeProblem).join(' ') })
    }
    refresh()
  }
  const saveAgain = (record: string) =>
    run(async () => {
      const { path, notLogged } = await ask('history.save-again', { record })
      if (path === null) return null
      return [t('issue.saved', { path }), ...(notLogged ? [write(notLogged)] : [])].join(' ')
    })
  const remove = (record: string, patient: string) =>
    run(async () => {
      await ask('history.remove', { record })
      return t('history.removed', { patient })
    })
  const records = pages.flatMap((page) => page.records)
  return (
    <>
      <div className="history-bar">
        <TextField label={t('history.findName')} value={name} onType={setName} />
        <PushButton onPress={() => void run(async () => (await ask('history.lock', {}), null))}>
          {t('history.lock')}
        </PushButton>
      </div>
      <p role="alert" className="field-problem">
        {notice?.tone === 'stop' ? notice.text : problem}
      </p>
      <p role="status" className="quiet">
        {notice?.tone === 'plain'
          ? notice.text
          : isPending
            ? t('history.loading')
            : records.length === 0 && t('history.none')}
      </p>
      {records.length > 0 && (
        <table className="plain-table history-table">
          <thead>
            <tr>
              <th scope="col">{t('history.patient')}</th>
              <th scope="col">{t('history.sheet')}</th>
              <th scope="col">{t('history.nextTest')}</th>
              <th scope="col">{t('history.do')}</th>
            </tr>
          </thead>
          <tbody>
            {records.map(({ handout, patientName, retestOn }) => {
              const said = describeHandout(handout, library, words)
              const patient = patientName === '' ? t('history.noName') : patientName
              return (
                <tr key={handout.id}>
                  <td>
                    <strong>{patient}</strong>
                    <br />
                    <span className="quiet">{said.when}</span>
                  </td>
                  <td>{said.causes === '' ? said.topic : said.causes}</td>
                  <td>{retestOn ?? '–'}</td>
                  <td>
                    <RecordButtons
                      of={{ patient, when: said.when }}
                      onSaveAgain={() => void saveAgain(handout.id)}
                      onRemove={() => void remove(handout.id, patient)}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {more !== null && <PushButton onPress={more}>{t('history.more')}</PushButton>}
    </>
  )
}

type RecordButtonsProps = {
  /** what tells this record from the others */
  readonly of: { readonly patient: string; readonly when: string }
  readonly onSaveAgain: () => void
  readonly onRemove: () => void
}

/** What can be done with a record. */
function RecordButtons({ of, onSaveAgain, onRemove }: RecordButtonsProps) {
  const { t } = useWords()
  return (
    <span className="bundle-buttons">
      <PushButton className="button small" name={t('history.saveAgainOf', of)} onPress={onSaveAgain}>
        {t('history.saveAgain')}
      </PushButton>
      <PushButton className="button small" name={t('history.removeOf', of)} onPress={onRemove}>
        {t('history.remove')}
      </PushButton>
    </span>
  )
}
