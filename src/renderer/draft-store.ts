import { createStore } from 'zustand/vanilla'
import type { Draft, DraftChange } from './draft.ts'
import { recordChange, redo, startHistory, undo, type DraftHistory } from './draft-history.ts'

/** The one draft of this window with its history. It lives in memory alone and is gone with the page. */
export type DraftStore = DraftHistory & {
  readonly change: (change: DraftChange) => void
  readonly undo: () => void
  readonly redo: () => void
}

/** The store, with the first patient's clean sheet. */
export function createDraftStore(draft: Draft) {
  return createStore<DraftStore>()((set) => ({
    ...startHistory(draft),
    change: (change) => set((history) => recordChange(history, change)),
    undo: () => set(undo),
    redo: () => set(redo),
  }))
}
