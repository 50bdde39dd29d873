import { lazy, Suspense, useEffect, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { Clinic } from '../domain/clinic.ts'
import type { Library, LibraryTopic } from '../domain/library.ts'
import type { IsoDate } from '../domain/calendar.ts'
import type { Ask } from './clinic-api.ts'
import { ClearWarning } from './frame/clear-warning.tsx'
import { CopyNotice } from './frame/copy-notice.tsx'
import type { DialogName } from './frame/desk-dialogs.tsx'
import { HealedNotice } from './frame/healed-notice.tsx'
import { SearchBox } from './frame/search-box.tsx'
import { TopBar, type View } from './frame/top-bar.tsx'
import { useAutoClear } from './frame/use-auto-clear.ts'
import { useHistoryPage } from './history/history-page.ts'
import { useOpenNames } from './history/use-open-names.ts'
import type { FieldWish } from './settings/settings-view.tsx'
import { SheetView } from './sheet/sheet-view.tsx'
import { useIssue } from './sheet/use-issue.ts'
import { useFileDrop } from './ui/use-file-drop.ts'
import { useShortcuts } from './ui/use-shortcuts.ts'
import { toAnswerKey } from './use-answer.ts'
import { useVisit } from './use-visit.ts'
import type { Say } from './words/words.ts'

// What the first sheet does not need is read once that one stands, so that the window does sooner.
const later = {
  dialogs: () => import('./frame/desk-dialogs.tsx'),
  history: () => import('./history/history-view.tsx'),
  settings: () => import('./settings/settings-view.tsx'),
  topics: () => import('./topics/topics-view.tsx'),
} as const
const DeskDialogs = lazy(async () => ({ default: (await later.dialogs()).DeskDialogs }))
const HistoryView = lazy(async () => ({ default: (await later.history()).HistoryView }))
const SettingsView = lazy(async () => ({ default: (await later.settings()).SettingsView }))
const TopicsView = lazy(async () => ({ default: (await later.topics()).TopicsView }))

/** What is said to begin with. */
const firstWords: Readonly<Record<DeskProps['begins'], Say | null>> = {
  sample: ({ t }) => t('start.sampleHere'),
  patient: null,
  cleared: ({ t }) => t('frame.windowCleared'),
}

type DeskProps = {
  readonly ask: Ask
  readonly library: Library
  /** the topic to begin with */
  readonly entry: LibraryTopic
  readonly clinic: Clinic
  /** a sample after the first steps, else a clean sheet; it is said where that took the place of what was there */
  readonly begins: 'sample' | 'patient' | 'cleared'
  readonly today: IsoDate
  /** milliseconds since some fixed time */
  readonly readClock: () => number
}

/** The window at work: one patient's sheet and the clinic's settings, with what goes for both. */
export function Desk({ ask, library, entry, clinic, begins, today, readClock }: DeskProps) {
  const answers = useQueryClient()
  const [view, setView] = useState<View>('sheet')
  // Drawn once they are asked for, and then kept as they were left.
  const [opened, setOpened] = useState<readonly (View | 'dialogs')[]>([])
  /** a view that was asked for, until the settings say whether they can be left */
  const [waiting, setWaiting] = useState<View | null>(null)
  const [settingsWish, setSettingsWish] = useState<FieldWish | null>(null)
  const show = (wanted: View) => {
    useHistoryPage.setState({ isForSheet: false })
    setWaiting(null)
    setView(wanted)
    setOpened([...opened, wanted])
  }
  const open = (wanted: View) => {
    if (view === 'settings' && wanted !== 'settings') setWaiting(wanted)
    else show(wanted)
  }
  const openSettings = (field: FieldWish['field']) => {
    setSettingsWish({ field })
    show('settings')
  }
  const openNames = () => {
    open('history')
    useHistoryPage.setState({ tab: 'names', isForSheet: true })
  }
  const [dialog, setDialog] = useState<DialogName | null>(null)
  const openDialog = (wanted: DialogName | null) => {
    setDialog(wanted)
    setOpened([...opened, 'dialogs'])
  }
  const [logoVersion, setLogoVersion] = useState(1)
  const [searchCalls, setSearchCalls] = useState(0)
  const issue = useIssue(ask, firstWords[begins])
  const visit = useVisit({ library, entry, clinic, begins, issue, onShow: () => open('sheet') })
  const { isPrinted } = issue
  const lockMinutes = useOpenNames(ask)
  const lockNames = () => void ask('history.lock', {})
  const autoClear = useAutoClear({
    shown: { sheet: !visit.isBegun ? 'none' : isPrinted ? 'printed' : 'open', lockMinutes },
    readClock,
    onClear: visit.startNewPatient,
    onLock: lockNames,
  })
  /** A screen reader presses a button without a hand, which the main process would not know of. */
  const goOn = () => {
    autoClear.putOff()
    void ask('history.touch', {})
  }
  const clearNow = () => {
    autoClear.putOff()
    if (autoClear.warning?.what === 'names') lockNames()
    else visit.startNewPatient()
  }
  const keepClinic = (saved: Clinic) => {
    answers.setQueryData(toAnswerKey('settings.read', {}), saved)
    const words = library.topics.find(({ topic }) => topic.id === visit.draft.topic)?.words
    const language = words?.[saved.language] ? { language: saved.language } : {}
    visit.changeUnseen({ kind: 'fill', fields: { paper: saved.paper, ...language } })
  }
  useEffect(() => {
    // One that cannot be read now is asked for again when it is opened.
    const read = () => void Promise.allSettled(Object.values(later).map((each) => each()))
    const wait = requestIdleCallback(read, { timeout: 3000 })
    return () => cancelIdleCallback(wait)
  }, [])
  useShortcuts(
    {
      'mod+n': visit.startNewPatient,
      'mod+k': () => setSearchCalls((calls) => calls + 1),
      'mod+b': () => openDialog('bundles'),
      'mod+1': () => open('sheet'),
      'mod+2': () => open('topics'),
      'mod+3': () => open('history'),
      'mod+,': () => open('settings'),
      F1: () => openDialog('keys'),
      'shift+F1': () => openDialog('about'),
    },
    true,
  )
  useFileDrop(() => issue.announce(({ t }) => t('frame.noDrop'), 'stop'))
  const stepBack = () => visit.steps.undo?.()
  const stepOn = () => visit.steps.redo?.()
  useShortcuts({ 'mod+z': stepBack, 'mod+shift+z': stepOn, 'mod+y': stepOn }, view === 'sheet')

  return (
    <div className="desk">
      <TopBar
        view={view}
        onOpen={open}
        onNewPatient={visit.startNewPatient}
        onHelp={() => openDialog('keys')}
        search={<SearchBox ask={ask} onPick={visit.openPlace} calls={searchCalls} />}
      />
      <Suspense>
        {opened.includes('dialogs') && (
          <DeskDialogs ask={ask} library={library} visit={visit} open={dialog} onOpen={openDialog} />
        )}
      </Suspense>
      <ClearWarning warning={autoClear.warning} isPrinted={isPrinted} onPutOff={goOn} onClear={clearNow} />
      <HealedNotice ask={ask} onOpenRecords={() => openSettings('records')} />
      <CopyNotice ask={ask} onOpenSettings={() => openSettings('records')} />
      <main className="view" hidden={view !== 'sheet'}>
        <SheetView
          ask={ask}
          library={library}
          clinic={clinic}
          logoVersion={logoVersion}
          draft={visit.draft}
          onDraft={visit.onDraft}
          steps={visit.steps}
          today={today}
          visit={visit.number}
          focusWish={visit.focusWish}
          issue={issue}
          isActive={view === 'sheet'}
          change={visit.change}
          onOpenBundles={() => openDialog('bundles')}
          onOpenNames={openNames}
          onOpenSettings={openSettings}
        />
      </main>
      <main className="view" hidden={view !== 'topics'}>
        <Suspense>
          {opened.includes('topics') && <TopicsView library={library} today={today} onUse={visit.openPlace} />}
        </Suspense>
      </main>
      {view === 'history' && (
        <main className="view">
          <Suspense>
            <HistoryView
              ask={ask}
              library={library}
              today={today}
              isSheetBegun={visit.isBegun}
              onStart={visit.openBundle}
              onBackToSheet={() => show('sheet')}
            />
          </Suspense>
        </main>
      )}
      <main className="view" hidden={view !== 'settings'}>
        <Suspense>
          {opened.includes('settings') && (
            <SettingsView
              ask={ask}
              clinic={clinic}
              library={library}
              today={today}
              isActive={view === 'settings'}
              focusWish={settingsWish}
              isLeaving={waiting !== null}
              onLeave={() => waiting !== null && show(waiting)}
              onStay={() => setWaiting(null)}
              onSaved={keepClinic}
              onLogoChanged={() => setLogoVersion((version) => version + 1)}
            />
          )}
        </Suspense>
      </main>
    </div>
  )
}
