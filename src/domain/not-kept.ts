import { Message, tell } from './message.ts'

/**
 * Why a sheet that left is not in the log, not in the history, or in neither; null when nothing is to be told.
 * @param isInLog whether the clinic keeps a log, and it has the sheet
 */
export function joinNotKept(notLogged: Message | null, second: Message | null, isInLog: boolean): Message | null {
  const first = isInLog && second?.id === 'not-kept-with-names' ? tell('logged-without-name') : notLogged
  return first && second ? tell('two-sentences', { first, second }) : (first ?? second)
}

/**
 * What is left to tell of `joinNotKept` where nothing can be done any more about names that were locked: the sheet was kept
 * with them since, or its patient is gone. Null when that was all.
 */
export function leaveOutLocked(told: Message): Message | null {
  if (told.id === 'not-kept-with-names') return null
  const [first, second] = [told.values['first'], told.values['second']].map((each) => Message.safeParse(each).data)
  if (told.id !== 'two-sentences' || second?.id !== 'not-kept-with-names') return told
  return first === undefined || first.id === 'logged-without-name' ? null : first
}
