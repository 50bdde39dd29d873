import type { Cause, TopicWords } from '../../domain/topic.ts'
import { findIcdCode } from '../group-causes.ts'
import { drawOnChange } from '../ui/draw-on-change.tsx'
import { TickBox } from '../ui/tick.tsx'

const highestNumberKey = 9
/** A space that is never the end of a line: the code takes the last word with it. */
const besideLastWord = '\u00A0'

type CauseRowProps = {
  readonly cause: Cause
  readonly words: TopicWords['causes'][string] | undefined
  readonly number: number
  readonly on: boolean
  readonly onTick: (on: boolean) => void
}

/** The id of a cause's tick, for whoever brings the focus there. */
export function toCauseTickId(cause: string): string {
  return `cause-${cause}`
}

function DrawCauseRow({ cause, words, number, on, onTick }: CauseRowProps) {
  const code = findIcdCode(cause)
  const hintId = `${toCauseTickId(cause.id)}-hint`
  const hasKey = number <= highestNumberKey
  return (
    <div className="cause-row">
      <TickBox
        id={toCauseTickId(cause.id)}
        on={on}
        keys={hasKey ? String(number) : undefined}
        describedBy={hintId}
        onSwitch={onTick}
      >
        {words?.name ?? cause.id}
      </TickBox>
      {hasKey && <kbd aria-hidden="true">{number}</kbd>}
      <span id={hintId} className="cause-hint">
        {words?.hint}
        {code !== null && (
          <>
            {besideLastWord}
            <span className="code">· {code}</span>
          </>
        )}
      </span>
    </div>
  )
}

/** One cause as a row that is all tick: name, hint and code, and the number key that ticks it. */
export const CauseRow = drawOnChange(DrawCauseRow)
