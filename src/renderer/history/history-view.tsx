import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useQueryClient } from '@tanstack/react-query'
import type { Library } from '../../domain/library.ts'
import type { HistoryStatus } from '../../ipc/history.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import { toAnswerKey, useAnswer } from '../use-answer.ts'
import { useWords } from '../words/use-words.ts'
import { GivenList } from './given-list.tsx'
import { HistoryDoor } from './history-door.tsx'
import { NamesList } from './names-list.tsx'

type HistoryViewProps = { readonly ask: Ask; readonly library: Library }

/** What was given: the log without patients, and the history with their names where a clinic keeps one. */
export function HistoryView({ ask, library }: HistoryViewProps) {
  const { t } = useWords()
  return (
    <section className="history" aria-labelledby="history-title">
      <h1 id="history-title">{t('history.title')}</h1>
      <Tabs className="history-tabs">
        <TabList aria-label={t('history.title')} className="tab-list">
          <Tab id="given" className="tab">
            {t('history.givenTab')}
          </Tab>
          <Tab id="names" className="tab">
            {t('history.namesTab')}
          </Tab>
        </TabList>
        <TabPanel id="given" className="tab-panel">
          <GivenList ask={ask} library={library} />
        </TabPanel>
        <TabPanel id="names" className="tab-panel">
          <Names ask={ask} library={library} />
        </TabPanel>
      </Tabs>
    </section>
  )
}

function Names({ ask, library }: HistoryViewProps) {
  const { t, writeProblem } = useWords()
  const answers = useQueryClient()
  const { data: status, error } = useAnswer(ask, 'history.status', {}, { isFresh: true })
  if (error !== null) return <p className="stop-note">{toAppError(error).problems.map(writeProblem).join(' ')}</p>
  if (status === undefined) return <p className="quiet">{t('history.loading')}</p>
  const keep = (now: HistoryStatus) => answers.setQueryData(toAnswerKey('history.status', {}), now)
  if (status.state === 'open') return <NamesList ask={ask} library={library} />
  return <HistoryDoor ask={ask} status={status} onChanged={keep} />
}
