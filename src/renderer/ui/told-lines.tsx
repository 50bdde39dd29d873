import { useEffect, useRef } from 'react'
import type { Told } from '../use-telling.ts'

type ToldLinesProps = {
  readonly told: Told | null
  /** what is said where nothing was done */
  readonly otherwise?: string | false
  /** what is wrong where nothing was done */
  readonly problem?: string | null
}

/** What came of the last thing done, scrolled into view, where a screen reader hears of it. */
export function ToldLines({ told, otherwise = false, problem = null }: ToldLinesProps) {
  const alert = useRef<HTMLParagraphElement>(null)
  const status = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (told !== null) (told.tone === 'stop' ? alert : status).current?.scrollIntoView({ block: 'nearest' })
  }, [told])
  return (
    <>
      <p ref={alert} role="alert" className="field-problem">
        {told?.tone === 'stop' ? told.text : problem}
      </p>
      <p ref={status} role="status" className={told?.tone === 'care' ? 'care-note' : 'quiet'}>
        {told !== null && told.tone !== 'stop' ? told.text : otherwise}
      </p>
    </>
  )
}
