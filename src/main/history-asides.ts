import type { IsoDate } from '../domain/calendar.ts'
import { tell, type Message } from '../domain/message.ts'
import { noteHistory, tryNote } from '../store/copies-note.ts'
import { goOnRemoving, listAsides, removeAsides } from '../store/history/remove-asides.ts'
import { attempt } from '../store/read-damaged.ts'
import { logFailure } from './log-failure.ts'

/** So many days a file that was set aside is kept at the longest: old names must not live on in it. */
export const longestAside = 14

/** How many records can be read after damage, and of how many: those in the file, and others of its list; null where that is lost. */
export type Healed = { readonly readable: number; readonly found: number; readonly listed: number | null }

function describeHealed({ readable, found, listed }: Healed): Message {
  return listed === null
    ? tell('history-healed-unlisted', { readable, found })
    : tell('history-healed', { readable, most: Math.max(found, listed) })
}

/** The files of the history that were set aside. What is told of one stands until somebody who unlocked the names was shown it. */
export type HistoryAsides = {
  /** A damaged history.db was set aside, and made anew of what could be read of it. */
  readonly addDamaged: (file: string) => void
  /** Another program took history.db away, and it was put back. @param file what lay in its place, and was set aside; null for nothing */
  readonly addReplaced: (file: string | null) => void
  /** whether there is one of which it is not known yet how much was saved */
  readonly holdUnjudged: () => boolean
  /** whether the key has shown, since the start, how many records there are after damage */
  readonly isJudged: () => boolean
  /** The key has shown how many records there are after damage. */
  readonly markJudged: (healed: Healed) => void
  /** Somebody who unlocked the names was shown what is told. */
  readonly markShown: () => void
  /** whether nobody is still to be told of one */
  readonly areTold: () => boolean
  /** a sentence for each thing, which names only what is there */
  readonly describe: () => readonly Message[]
  /** Removes them. @param before only those of before a day */
  readonly remove: (before?: IsoDate) => void
  /** Goes on with what could not be removed. @param isSettled as of `goOnRemoving` */
  readonly goOn: (isSettled: boolean) => void
  /** Removes them and what is told: the history was erased. */
  readonly forget: () => void
}

type AsidesKit = {
  /** history.db */
  readonly path: string
  /** clinic.db, beside which it is noted of what nobody was told yet */
  readonly clinicDatabase: string
}

const isReplaced = (file: string) => file.includes('-replaced-')

/** Makes what looks after the files of the history that were set aside. */
export function keepHistoryAsides({ path, clinicDatabase }: AsidesKit): HistoryAsides {
  let untold: readonly string[] = tryNote(clinicDatabase)?.historyAsides ?? []
  /** what is told until the app ends */
  let told = untold
  let wasTaken = false
  let healed: Healed | null = null
  let left: readonly string[] = []

  function keepUntold(files: readonly string[]): void {
    if (files.length === untold.length) return
    untold = files
    try {
      noteHistory(clinicDatabase, { historyAsides: [...files] })
    } catch (error) {
      logFailure('copies.json', error) // then it is told until the app ends, or once more
    }
  }

  function add(file: string): void {
    told = [...told, file]
    keepUntold([...untold, file])
  }

  function tryRemoving(remove: () => readonly string[]): void {
    try {
      left = remove()
    } catch (error) {
      logFailure('what was set aside of the history', error)
    }
  }

  return {
    addDamaged: (file) => {
      healed = null
      add(file)
    },
    addReplaced: (file) => {
      if (file === null) wasTaken = true
      else add(file)
    },
    holdUnjudged: () => untold.some((file) => !isReplaced(file)),
    isJudged: () => healed !== null,
    markJudged: (judged) => {
      healed = judged
      keepUntold(untold.filter(isReplaced))
    },
    markShown: () => keepUntold(untold.filter((file) => !isReplaced(file))),
    areTold: () => untold.length === 0,
    describe: () => {
      const standing = told.filter((file) => healed === null || isReplaced(file))
      const kept = (attempt(() => listAsides(path)) ?? []).filter((file) => !left.includes(file))
      return [
        ...(wasTaken ? [tell('history-removed')] : []),
        ...(standing.some(isReplaced) ? [tell('history-replaced')] : []),
        ...(standing.every(isReplaced) ? [] : [tell('history-salvaged')]),
        ...(kept.length > 0 ? [tell('history-aside-kept', { files: kept.join(', '), days: longestAside })] : []),
        ...(left.length > 0 ? [tell('history-asides-left', { files: left.join(', ') })] : []),
        ...(healed === null ? [] : [describeHealed(healed)]),
      ]
    },
    remove: (before) => tryRemoving(() => removeAsides(path, before)),
    goOn: (isSettled) => tryRemoving(() => goOnRemoving(path, isSettled)),
    forget: () => {
      told = []
      wasTaken = false
      healed = null
      keepUntold([])
      tryRemoving(() => removeAsides(path))
    },
  }
}
