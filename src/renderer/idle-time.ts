const second = 1000

/** Milliseconds without a key or a click until a patient is cleared: less once the sheet is on paper. */
const idleLimit = { open: 5 * 60 * second, printed: 60 * second }
/** Of those, how long the warning stands. */
const warningTime = 30 * second

/** Whether a patient whom nobody works on is to be cleared soon; seconds are whole and at least 1. */
export type IdleState =
  { readonly kind: 'in use' } | { readonly kind: 'warned'; readonly seconds: number } | { readonly kind: 'over' }

/**
 * @param idle milliseconds since the last key or click
 * @param isPrinted whether the sheet in the window is on paper as it stands
 */
export function describeIdle(idle: number, isPrinted: boolean): IdleState {
  const left = (isPrinted ? idleLimit.printed : idleLimit.open) - idle
  if (left <= 0) return { kind: 'over' }
  return left <= warningTime ? { kind: 'warned', seconds: Math.ceil(left / second) } : { kind: 'in use' }
}
