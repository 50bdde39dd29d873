import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { describeIdle, type IdleState, type Shown } from '../idle-time.ts'

const lookEvery = 1000
/** What shows that someone is there. */
const signsOfUse = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'focus'] as const
const inUse: IdleState = { kind: 'in use' }

type AutoClearOptions = {
  readonly shown: Shown
  /** milliseconds since some fixed time, going on while the computer sleeps */
  readonly readClock: () => number
  /** clears the sheet */
  readonly onClear: () => void
  /** locks the names, which clears the whole window */
  readonly onLock: () => void
}

/** Whether what happened can put the warning off: not a mouse that only moves, nor what is done to the warning itself. */
function putsOff(event: Event): boolean {
  const isInWarning = event.target instanceof Element && event.target.closest('.clear-warning') !== null
  const isOnTheWay = event instanceof KeyboardEvent && ['Tab', 'Shift'].includes(event.key)
  return event.type !== 'pointermove' && event.type !== 'focus' && !isInWarning && !isOnTheWay
}

/** Clears what nobody works on any more, the sheet or all that the window holds, after a warning that any work puts off. */
export function useAutoClear({ shown, readClock, onClear, onLock }: AutoClearOptions) {
  const [idle, setIdle] = useState<IdleState>(inUse)
  const isNeeded = shown.sheet !== 'none' || shown.lockMinutes !== null
  const isPrinted = shown.sheet === 'printed'
  /** since when nobody has done anything */
  const quietSince = useRef<number | null>(null)
  /** since when the sheet is on paper */
  const printedSince = useRef<number | null>(null)
  const putOff = () => {
    quietSince.current = readClock()
    setIdle(inUse)
  }
  /** where on the screen the mouse was */
  const mouse = useRef('')
  /** A mouse "moves" too where something opens or closes beneath it. */
  const isStill = (event: Event) => {
    if (!(event instanceof PointerEvent) || event.type !== 'pointermove') return false
    const before = mouse.current
    mouse.current = `${event.screenX} ${event.screenY}`
    return mouse.current === before
  }
  const notice = useEffectEvent((event: Event) => {
    if (isStill(event)) return
    if (event.type === 'focus' && event.target !== window) return // moved by the window itself, as to a new patient
    if (idle.kind === 'in use' || putsOff(event)) putOff()
  })
  const look = useEffectEvent(() => {
    const clock = readClock()
    quietSince.current ??= clock
    printedSince.current = isPrinted ? (printedSince.current ?? clock) : null
    const sinceUse = clock - quietSince.current
    const now = describeIdle({ sinceUse, sincePrint: clock - (printedSince.current ?? quietSince.current) }, shown)
    if (now.kind !== 'over') return setIdle(now)
    setIdle(inUse)
    if (now.what === 'sheet') return onClear()
    putOff() // or it would lock again each second, until the page is gone
    return onLock()
  })

  useEffect(() => {
    if (!isNeeded) return undefined
    quietSince.current = null
    const listen = (event: Event) => notice(event)
    for (const sign of signsOfUse) window.addEventListener(sign, listen, { capture: true, passive: true })
    const timer = setInterval(() => look(), lookEvery)
    return () => {
      clearInterval(timer)
      for (const sign of signsOfUse) window.removeEventListener(sign, listen, { capture: true })
    }
  }, [isNeeded])
  return { warning: isNeeded && idle.kind === 'warned' ? idle : null, putOff }
}
