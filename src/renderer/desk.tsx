import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { Clinic } from '../domain/clinic.ts'
import type { Library, LibraryTopic } from '../domain/library.ts'
import type { IsoDate } from '../domain/calendar.ts'
import type { Ask } from './clinic-api.ts'
import { ClearWarning } from './frame/clear-warning.tsx'
import { DeskDialogs, type DialogName } from './frame/desk-dialogs.tsx'
import { SearchBox } from './frame/search-box.tsx'
import { TopBar, type View } from './frame/top-bar.tsx'
import { useAutoClear } from './frame/use-auto-clear.ts'
import { HistoryView } from './history/history-view.tsx'
import { SettingsView } from './settings/settings-view.tsx'
import { SheetView } from './sheet/sheet-view.tsx'
import { useIssue } from './sheet/use-issue.ts'
import { TopicsView } from './topics/topics-view.tsx'
import { useFileDrop } from './ui/use-file-drop.ts'
import { useShortcuts } from './ui/use-shortcuts.ts'
import { toAnswerKey } from './use-answer.ts'
import { useVisit } from './use-visit.ts'
import { useWords } from './words/use-words.ts'

type DeskProps = {
  readonly ask: Ask
  readonly library: Library
  /** the topic to begin with */
  readonly entry: LibraryTopic
  readonly clinic: Clinic
  /** a sample after the first steps, else a clean sheet */
  readonly begins: 'sample' | 'patient'
  readonly today: IsoDate
  /** milliseconds since some fixed time */
  readonly readClock: () => number
}

/** The window at work: one patient's sheet and the clinic's settings, with what goes for both. */
export function Desk({ ask, library, entry, clinic, begins, today, readClock }: DeskProps) {
  const { t } = useWords()
  const answers = useQueryClient()
  const [view, setView] = useState<View>('sheet')
  const [hasTopics, setHasTopics] = useState(false) // drawn once they are asked for, and then kept as they were left
  const open = (wanted: View) => {
    setView(wanted)
    if (wanted === 'topics') setHasTopics(true)
  }
  const [dialog, setDialog] = useState<DialogName | null>(null)
  const [logoVersion, setLogoVersion] = useState(1)
  const [searchCalls, setSearchCalls] = useState(0)
  const issue = useIssue(ask, begins === 'sample' ? t('start.sampleHere') : null)
  const visit = useVisit({ library, entry, clinic, begins, issue, onShow: () => setView('sheet') })
  const { isPrinted } = issue
  const autoClear = useAutoClear({ isNeeded: visit.isBegun, isPrinted, readClock, onClear: visit.startNewPatient })
  const clearNow = () => {
    autoClear.putOff()
    visit.startNewPatient()
  }
  const keepClinic = (saved: Clinic) => {
    answers.setQueryData(toAnswerKey('settings.read', {}), saved)
    const words = library.topics.find(({ topic }) => topic.id === visit.draft.topic)?.words
    const language = words?.[saved.language] ? { language: saved.language } : {}
    visit.changeUnseen({ kind: 'fill', fields: { paper: saved.paper, ...language } })
  }
  useShortcuts(
    {
      'mod+n': visit.startNewPatient,
      'mod+k': () => setSearchCalls((calls) => calls + 1),
      'mod+b': () => setDialog('bundles'),
      'mod+1': () => open('sheet'),
      'mod+2': () => open('topics'),
      'mod+3': () => open('history'),
      'mod+,': () => open('settings'),
      F1: () => setDialog('keys'),
      'shift+F1': () => setDialog('about'),
    },
    true,
  )
  useFileDrop(() => issue.announce(t('frame.noDrop'), 'stop'))
  const stepBack = () => visit.steps.undo?.()
  const stepOn = () => visit.steps.redo?.()
  useShortcuts({ 'mod+z': stepBack, 'mod+shift+z': stepOn, 'mod+y': stepOn }, view === 'sheet')

  return (
    <div className="desk">
      <TopBar
        view={view}
        onOpen={open}
        onNewPatient={visit.startNewPatient}
        onHelp={() => setDialog('keys')}
        search={<SearchBox ask={ask} onPick={visit.openPlace} calls={searchCalls} />}
      />
      <DeskDialogs ask={ask} library={library} visit={visit} open={dialog} onOpen={setDialog} />
      <ClearWarning
        secondsLeft={autoClear.secondsLeft}
        isPrinted={isPrinted}
        onPutOff={autoClear.putOff}
        onClear={clearNow}
      />
      <main className="view" hidden={view !== 'sheet'}>
        <SheetView
          ask={ask}
          library={library}
          clinic={clinic}
          logoVersion={logoVersion}
          draft={visit.draft}
          steps={visit.steps}
          today={today}
          visit={visit.number}
          focusWish={visit.focusWish}
          issue={issue}
          isActive={view === 'sheet'}
          change={visit.change}
          onOpenBundles={() => setDialog('bundles')}
          onOpenSettings={() => setView('settings')}
        />
      </main>
      <main className="view" hidden={view !== 'topics'}>
        {hasTopics && <TopicsView library={library} today={today} onUse={visit.openPlace} />}
      </main>
      {view === 'history' && (
        <main className="view">
          <HistoryView ask={ask} library={library} today={today} />
        </main>
      )}
      <main className="view" hidden={view !== 'settings'}>
        <SettingsView
          ask={ask}
          clinic={clinic}
          library={library}
          isActive={view === 'settings'}
          onSaved={keepClinic}
          onLogoChanged={() => setLogoVersion((version) => version + 1)}
        />
      </main>
    </div>
  )
}
