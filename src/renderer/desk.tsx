import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useStore } from 'zustand'
import type { Clinic } from '../domain/clinic.ts'
import type { Library, LibraryTopic } from '../domain/library.ts'
import type { IsoDate } from '../domain/calendar.ts'
import type { SearchHit } from '../ipc/contract.ts'
import type { Ask } from './clinic-api.ts'
import { startDraft, type DraftChange } from './draft.ts'
import { createDraftStore } from './draft-store.ts'
import type { FocusWish } from './choose/choose-pane.tsx'
import { AboutDialog } from './frame/about-dialog.tsx'
import { SearchBox } from './frame/search-box.tsx'
import { ShortcutsDialog } from './frame/shortcuts-dialog.tsx'
import { TopBar, type View } from './frame/top-bar.tsx'
import { SettingsView } from './settings/settings-view.tsx'
import { SheetView } from './sheet/sheet-view.tsx'
import { useIssue } from './sheet/use-issue.ts'
import { useShortcuts } from './ui/use-shortcuts.ts'
import { toAnswerKey } from './use-answer.ts'
import { useWords } from './words/use-words.ts'

type DeskProps = {
  readonly ask: Ask
  readonly library: Library
  /** the topic to begin with */
  readonly entry: LibraryTopic
  readonly clinic: Clinic
  readonly today: IsoDate
}

/** The window at work: one patient's sheet and the clinic's settings, with what goes for both. */
export function Desk({ ask, library, entry, clinic, today }: DeskProps) {
  const { t } = useWords()
  const answers = useQueryClient()
  const [view, setView] = useState<View>('sheet')
  const [store] = useState(() => createDraftStore(startDraft(entry, clinic)))
  const { draft, past, future, change, undo, redo } = useStore(store)
  const [focusWish, setFocusWish] = useState<FocusWish | null>(null)
  const [visit, setVisit] = useState(1)
  const [logoVersion, setLogoVersion] = useState(1)
  const [dialog, setDialog] = useState<'keys' | 'about' | null>(null)
  const [searchCalls, setSearchCalls] = useState(0)
  const issue = useIssue(ask)
  // What was said of the last sheet no longer holds once anything changes.
  const changeAndForget = (asked: DraftChange) => {
    issue.clear()
    change(asked)
  }
  const steps = {
    undo: past.length === 0 ? null : () => (undo(), issue.announce(t('frame.undone'))),
    redo: future.length === 0 ? null : () => (redo(), issue.announce(t('frame.redone'))),
  }

  const startNewPatient = () => {
    const current = library.topics.find(({ topic }) => topic.id === draft.topic) ?? entry
    const first = current.topic.causes[0]
    change({ kind: 'start', draft: startDraft(current, clinic) })
    setVisit(visit + 1)
    setView('sheet')
    setFocusWish(first ? { cause: first.id } : null)
    issue.announce(t('frame.cleared'))
  }
  const openHit = ({ topic, cause }: SearchHit) => {
    const found = library.topics.find((each) => each.topic.id === topic)
    if (!found) return
    change({ kind: 'open-topic', entry: found })
    if (cause !== null) change({ kind: 'tick', cause, on: true })
    const target = cause ?? found.topic.causes[0]?.id
    setView('sheet')
    setFocusWish(target === undefined ? null : { cause: target })
  }
  const keepClinic = (saved: Clinic) => {
    answers.setQueryData(toAnswerKey('settings.read', {}), saved)
    const isWritten = library.topics.some(({ topic, words }) => topic.id === draft.topic && words[saved.language])
    change({ kind: 'fill', fields: { paper: saved.paper, ...(isWritten ? { language: saved.language } : {}) } })
  }
  useShortcuts(
    {
      'mod+n': startNewPatient,
      'mod+k': () => setSearchCalls((calls) => calls + 1),
      'mod+1': () => setView('sheet'),
      'mod+,': () => setView('settings'),
      F1: () => setDialog('keys'),
      'shift+F1': () => setDialog('about'),
    },
    true,
  )
  const stepBack = () => steps.undo?.()
  const stepOn = () => steps.redo?.()
  useShortcuts({ 'mod+z': stepBack, 'mod+shift+z': stepOn, 'mod+y': stepOn }, view === 'sheet')

  return (
    <div className="desk">
      <TopBar
        view={view}
        onOpen={setView}
        onNewPatient={startNewPatient}
        onHelp={() => setDialog('keys')}
        search={<SearchBox ask={ask} onPick={openHit} calls={searchCalls} />}
      />
      <ShortcutsDialog
        isOpen={dialog === 'keys'}
        onClose={() => setDialog(null)}
        onOpenAbout={() => setDialog('about')}
      />
      <AboutDialog ask={ask} library={library} isOpen={dialog === 'about'} onClose={() => setDialog(null)} />
      <main className="view" hidden={view !== 'sheet'}>
        <SheetView
          ask={ask}
          library={library}
          clinic={clinic}
          logoVersion={logoVersion}
          draft={draft}
          steps={steps}
          today={today}
          visit={visit}
          focusWish={focusWish}
          issue={issue}
          isActive={view === 'sheet'}
          change={changeAndForget}
          onOpenSettings={() => setView('settings')}
        />
      </main>
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
