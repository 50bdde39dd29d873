import { Fragment, useState, type ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useQueryClient } from '@tanstack/react-query'
import { toNewChoices, type Bundle } from '../../domain/bundle.ts'
import { toLocalDate, type IsoDate } from '../../domain/calendar.ts'
import type { LoggedHandout } from '../../domain/handout-log.ts'
import type { Library } from '../../domain/library.ts'
import type { HistoryStatus } from '../../ipc/history.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import type { ReaderFields } from '../draft.ts'
import { ToldLines } from '../ui/told-lines.tsx'
import { toAnswerKey, useAnswer } from '../use-answer.ts'
import { useTelling } from '../use-telling.ts'
import { useWords } from '../words/use-words.ts'
import { CodeUnkept } from './code-unkept.tsx'
import { FollowUpsList } from './follow-ups-list.tsx'
import { useFreshCode } from './fresh-code.ts'
import { GivenList } from './given-list.tsx'
import { HistoryDoor } from './history-door.tsx'
import { useHistoryPage } from './history-page.ts'
import { NamesList } from './names-list.tsx'
import { NewCode } from './new-code.tsx'
import { RemoveNames } from './remove-names.tsx'
import { RenewCode } from './renew-code.tsx'

type HistoryViewProps = {
  readonly ask: Ask
  readonly library: Library
  readonly today: IsoDate
  /** whether a sheet is being written, which a new one would take the place of */
  readonly isSheetBegun: boolean
  /** begins a new sheet with these choices, under a name, for one who reads so */
  readonly onStart: (bundle: Bundle, reader: ReaderFields) => void
  /** shows the sheet again that asked for the names */
  readonly onBackToSheet: () => void
}

const tabs = ['given', 'names', 'follow-ups'] as const
const openTab = (tab: (typeof tabs)[number]) => useHistoryPage.setState({ tab })

/** What was given: the log without patients; the history with their names, and whose test is due, where a clinic keeps one. */
export function HistoryView({ ask, library, today, isSheetBegun, onStart, onBackToSheet }: HistoryViewProps) {
  const { t, writeDay } = useWords()
  const tab = useHistoryPage((page) => page.tab)
  const startFrom = (handout: LoggedHandout) => {
    const name = t('history.sheetOf', { when: writeDay(toLocalDate(new Date(handout.givenAt))) })
    const { audience, languages } = handout
    const [language, secondLanguage = ''] = languages
    onStart({ name, choices: toNewChoices(handout) }, { language, secondLanguage, audience })
  }
  return (
    <section className="history" aria-labelledby="history-title">
      <h1 id="history-title">{t('history.title')}</h1>
      <Tabs
        className="history-tabs"
        selectedKey={tab}
        onSelectionChange={(key) => openTab(tabs.find((each) => each === key) ?? 'given')}
      >
        <TabList aria-label={t('history.title')} className="tab-list">
          <Tab id="given" className="tab">
            {t('history.givenTab')}
          </Tab>
          <Tab id="names" className="tab">
            {t('history.namesTab')}
          </Tab>
          <Tab id="follow-ups" className="tab">
            {t('history.followUpsTab')}
          </Tab>
        </TabList>
        <TabPanel id="given" className="tab-panel">
          <GivenList
            ask={ask}
            library={library}
            today={today}
            onStartFrom={startFrom}
            isSheetBegun={isSheetBegun}
            onOpenNames={() => openTab('names')}
          />
        </TabPanel>
        <TabPanel id="names" className="tab-panel">
          <Unlocked ask={ask} canRemove onBackToSheet={onBackToSheet}>
            {(_, isJustOpened) => (
              <NamesList
                ask={ask}
                library={library}
                today={today}
                takesFocus={isJustOpened}
                isSheetBegun={isSheetBegun}
                onStartFrom={startFrom}
              />
            )}
          </Unlocked>
        </TabPanel>
        <TabPanel id="follow-ups" className="tab-panel">
          <Unlocked ask={ask} onBackToSheet={onBackToSheet}>
            {({ days }, isJustOpened) => (
              <FollowUpsList ask={ask} library={library} today={today} days={days} takesFocus={isJustOpened} />
            )}
          </Unlocked>
        </TabPanel>
      </Tabs>
    </section>
  )
}

type UnlockedProps = {
  readonly ask: Ask
  /** whether names can be removed from here */
  readonly canRemove?: boolean
  readonly onBackToSheet: () => void
  /** @param isJustOpened whether they were unlocked here: the focus goes on to what is looked for, never to what removes */
  readonly children: (status: HistoryStatus, isJustOpened: boolean) => ReactNode
}

/** What holds names, once they are unlocked; the way there until then. What is wrong with them stands above both. */
function Unlocked({ ask, canRemove = false, onBackToSheet, children }: UnlockedProps) {
  const { t, write, writeProblems } = useWords()
  const answers = useQueryClient()
  const code = useFreshCode((fresh) => fresh.code)
  const { data: status, error } = useAnswer(ask, 'history.status', {}, { isFresh: true })
  const isForSheet = useHistoryPage((page) => page.isForSheet)
  const { told, run } = useTelling()
  /** how often the focus was to go on to the names */
  const [openings, setOpenings] = useState(0)
  if (error !== null) return <p className="stop-note">{writeProblems(toAppError(error).problems)}</p>
  if (status === undefined) return <p className="quiet">{t('history.loading')}</p>
  const keep = (now: HistoryStatus) => answers.setQueryData(toAnswerKey('history.status', {}), now)
  const take = (now: HistoryStatus) => {
    keep(now)
    setOpenings(now.state === 'open' ? openings + 1 : 0)
    if (isForSheet && now.state === 'open' && status.state === 'locked') onBackToSheet()
  }
  const putAway = async () => {
    try {
      keep(await ask('history.record-code-kept', {}))
    } finally {
      useFreshCode.setState({ code: null })
      setOpenings(openings + 1) // made anew, it stood where the names were
    }
    return null
  }
  return (
    <>
      {canRemove && status.isCodeUnkept && code === null && <CodeUnkept ask={ask} onKept={take} />}
      <ToldLines told={told} />
      {status.notices.map((notice) => (
        <p key={notice.id} className={status.state === 'closed' ? 'stop-note' : 'care-note'}>
          {write(notice)}
        </p>
      ))}
      {status.state !== 'open' ? (
        <HistoryDoor ask={ask} status={status} takesFocus={isForSheet} onChanged={take} />
      ) : code === null ? (
        <Fragment key={openings}>{children(status, openings > 0)}</Fragment>
      ) : (
        <NewCode ask={ask} code={code} onKept={() => void run(putAway)} />
      )}
      {canRemove && status.state === 'open' && code === null && <RenewCode ask={ask} onChanged={keep} />}
      {canRemove && status.state !== 'off' && <RemoveNames ask={ask} status={status} onChanged={keep} />}
    </>
  )
}
