import { create } from 'zustand'
import type { FollowUpState } from '../../domain/follow-up.ts'

/** Which sheets are wanted, as it stands in the fields; '' where it does not matter. */
export const noFilter = { from: '', to: '', cause: '', language: '', staff: '', teachBack: '', why: '' }
export type TypedFilter = typeof noFilter

/** Which page of the history stands there, and what is wanted of each. */
export type HistoryPage = {
  readonly tab: 'given' | 'names' | 'follow-ups'
  readonly given: TypedFilter
  /** the patient who is looked for: it holds a name, so it goes with the names and with the patient */
  readonly name: string
  /** whether the names are asked for by the sheet that is being written, which comes back once they are unlocked */
  readonly isForSheet: boolean
  /** '' for all */
  readonly tests: FollowUpState | ''
}

const begun: HistoryPage = { tab: 'given', given: noFilter, name: '', isForSheet: false, tests: '' }

/** How the history was left, while the window is open: kept in memory alone, and gone with the page. */
export const useHistoryPage = create<HistoryPage>(() => begun)

/** Forgets what is a patient's: whom was looked for. */
export function forgetLookedFor(): void {
  useHistoryPage.setState({ name: '' })
}
