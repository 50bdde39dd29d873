import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { describeIdle, type IdleState } from '../idle-time.ts'

const lookEvery = 1000
/** What shows that someone is there. */
const signsOfUse = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'focus'] as const
const inUse: IdleState = { kind: 'in use' }

type AutoClearOptions = {
  /** whether there is anything of a patient to clear */
  readonly isNeeded: boolean
  readonly isPrinted: boolean
  /** milliseconds since some fixed time, going on while the computer sleeps */
  readonly readClock: () => number
  readonly onClear: () => void
}

/** Whether what happened can put the warning off: not a mouse that only moves, nor what is done to the warning itself. */
function putsOff(event: Event): boolean {
  const isInWarning = event.target instanceof Element && event.target.closest('.clear-warning') !== null
  const isOnTheWay = event instanceof KeyboardEvent && ['Tab', 'Shift'].includes(event.key)
  return event.type !== 'pointermove' && event.type !== 'focus' && !isInWarning && !isOnTheWay
}

/** Clears a patient whom nobody works on any more, after a warning that any work puts off. */
export function useAutoClear({ isNeeded, isPrinted, readClock, onClear }: AutoClearOptions) {
  const [idle, setIdle] = useState<IdleState>(inUse)
  /** since when nobody has done anything, with the sheet as it was then: that it came onto paper is something done */
  const quiet = useRef<{ readonly since: number; readonly isPrinted: boolean } | null>(null)
  const putOff = () => {
    quiet.current = { since: readClock(), isPrinted }
    setIdle(inUse)
  }
  const notice = useEffectEvent((event: Event) => {
    if (idle.kind === 'in use' || putsOff(event)) putOff()
  })
  const look = useEffectEvent(() => {
    if (quiet.current?.isPrinted !== isPrinted) return putOff()
    const now = describeIdle(readClock() - quiet.current.since, isPrinted)
    if (now.kind !== 'over') return setIdle(now)
    putOff()
    return onClear()
  })

  useEffect(() => {
    if (!isNeeded) return undefined
    quiet.current = null
    const listen = (event: Event) => notice(event)
    for (const sign of signsOfUse) window.addEventListener(sign, listen, { capture: true, passive: true })
    const timer = setInterval(() => look(), lookEvery)
    return () => {
      clearInterval(timer)
      for (const sign of signsOfUse) window.removeEventListener(sign, listen, { capture: true })
    }
  }, [isNeeded])
  return { secondsLeft: isNeeded && idle.kind === 'warned' ? idle.seconds : null, putOff }
}
