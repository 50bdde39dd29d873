import { useState } from 'react'
import { useStore } from 'zustand'
import { listUnknown, type Bundle } from '../domain/bundle.ts'
import type { Clinic } from '../domain/clinic.ts'
import type { Library, LibraryTopic } from '../domain/library.ts'
import { tell } from '../domain/message.ts'
import type { SearchHit } from '../ipc/contract.ts'
import { fillFromBundle } from './bundles/bundle-choices.ts'
import type { FocusWish } from './choose/choose-pane.tsx'
import { forgetLookedFor } from './history/history-page.ts'
import { startDraft, startDraftFor, startSample, type Draft, type DraftChange, type ReaderFields } from './draft.ts'
import { createDraftStore } from './draft-store.ts'
import type { useIssue } from './sheet/use-issue.ts'
import { useWords } from './words/use-words.ts'

type VisitOptions = {
  readonly library: Library
  /** the topic to begin with */
  readonly entry: LibraryTopic
  readonly clinic: Clinic
  readonly begins: 'sample' | 'patient' | 'cleared'
  readonly issue: ReturnType<typeof useIssue>
  /** brings the sheet into sight */
  readonly onShow: () => void
}

/** The one patient of this window: the draft with its history, and what begins it anew or brings something into it. */
export function useVisit({ library, entry, clinic, begins, issue, onShow }: VisitOptions) {
  const words = useWords()
  const [store] = useState(() =>
    createDraftStore(
      begins === 'sample' ? startSample(entry, clinic, words.t('start.sample')) : startDraft(entry, clinic),
    ),
  )
  const [onDraft] = useState(() => (listen: (draft: Draft) => void) => store.subscribe((now) => listen(now.draft)))
  const { draft, past, future, change, undo, redo } = useStore(store)
  const [focusWish, setFocusWish] = useState<FocusWish | null>(null)
  const [number, setNumber] = useState(1)
  const find = (id: string) => library.topics.find(({ topic }) => topic.id === id)

  /** Nothing that was told, printed or looked for belongs to the next one. */
  const beginPatient = () => {
    setNumber(number + 1)
    issue.beginPatient()
    forgetLookedFor()
  }
  const startNewPatient = () => {
    const current = find(draft.topic) ?? entry
    const first = current.topic.causes[0]
    change({ kind: 'start', draft: startDraft(current, clinic) })
    beginPatient()
    onShow()
    setFocusWish(first ? { cause: first.id } : null)
    issue.announce(({ t }) => t('frame.cleared'))
  }
  const openPlace = ({ topic, cause }: Pick<SearchHit, 'topic' | 'cause'>) => {
    const found = find(topic)
    if (!found) return
    change({ kind: 'open-topic', entry: found })
    onShow()
    if (cause !== null) change({ kind: 'tick', cause, on: true })
    const target = cause ?? found.topic.causes[0]?.id
    setFocusWish(target === undefined ? null : { cause: target })
  }
  /** Says whether anything of the bundle could be opened: into the sheet that is being made, or as a new patient's, who reads so. */
  const openBundle = ({ name, choices }: Bundle, newReader: ReaderFields | null = null): boolean => {
    const found = find(choices.topic)
    const unknown = listUnknown(library, choices)
    if (!found || found.topic.status === 'retired') {
      issue.announce(({ write }) => write(tell('bundle-not-opened', { name, unknown })), 'stop')
      return false
    }
    const fields = fillFromBundle(found.topic, choices)
    if (newReader !== null) {
      change({ kind: 'start', draft: startDraftFor(found, clinic, newReader) })
      beginPatient()
    }
    change({ kind: 'open-bundle', entry: found, fields })
    onShow()
    if (unknown.length === 0) issue.announce(({ t }) => t('bundles.opened', { name }))
    else issue.announce(({ write }) => write(tell('bundle-opened-part', { name, unknown })), 'stop')
    return true
  }
  return {
    draft,
    /** calls with each new draft before the window is drawn with it, until the function it returns is called */
    onDraft,
    /** rises with each new patient */
    number,
    focusWish,
    /** whether it holds anything of a patient, even what was undone */
    isBegun: past.length > 0 || future.length > 0,
    steps: {
      undo: past.length === 0 ? null : () => (undo(), issue.announce(({ t }) => t('frame.undone'))),
      redo: future.length === 0 ? null : () => (redo(), issue.announce(({ t }) => t('frame.redone'))),
    },
    /** for what is no choice of the clinician's */
    changeUnseen: change,
    /** What was said of the last sheet no longer holds once anything changes. */
    change: (asked: DraftChange) => {
      issue.clear()
      change(asked)
    },
    startNewPatient,
    openPlace,
    openBundle,
  }
}
