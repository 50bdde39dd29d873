const second = 1000

/** Milliseconds without a key or a click until a patient is cleared: less once the sheet is on paper. */
const idleLimit = { none: Number.POSITIVE_INFINITY, open: 5 * 60 * second, printed: 60 * second }
/** Of those, how long the warning stands. */
const warningTime = 30 * second

/** What is in the window that nobody else may see. */
export type Shown = {
  /** the sheet of a patient: none is begun, one is open, or it is on paper as it stands */
  readonly sheet: keyof typeof idleLimit
  /** after how many minutes the names of the history lock, and the window is cleared with them; null while none are open */
  readonly lockMinutes: number | null
}

/** Whether something that nobody works on is to be cleared soon, and what; seconds are whole and at least 1. */
export type IdleState =
  | { readonly kind: 'in use' }
  | { readonly kind: 'warned'; readonly what: 'sheet' | 'names'; readonly seconds: number }
  | { readonly kind: 'over'; readonly what: 'sheet' | 'names' }

/** Milliseconds since the last key or click, and since the sheet came onto paper, which puts off only that it is cleared. */
export type Idle = { readonly sinceUse: number; readonly sincePrint: number }

/** What is due first, and when. */
export function describeIdle({ sinceUse, sincePrint }: Idle, { sheet, lockMinutes }: Shown): IdleState {
  const untilLock = lockMinutes === null ? Number.POSITIVE_INFINITY : lockMinutes * 60 * second - sinceUse
  const untilClear = idleLimit[sheet] - Math.min(sinceUse, sincePrint)
  const what = untilLock <= untilClear ? 'names' : 'sheet'
  const left = Math.min(untilLock, untilClear)
  if (left <= 0) return { kind: 'over', what }
  return left <= warningTime ? { kind: 'warned', what, seconds: Math.ceil(left / second) } : { kind: 'in use' }
}
