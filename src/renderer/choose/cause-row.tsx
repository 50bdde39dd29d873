import type { Cause, TopicWords } from '../../domain/topic.ts'
import { findIcdCode } from '../group-causes.ts'

const highestNumberKey = 9

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

/** One cause as a row that is all tick: name, hint and code, and the number key that ticks it. */
export function CauseRow({ cause, words, number, on, onTick }: CauseRowProps) {
  const id = toCauseTickId(cause.id)
  const code = findIcdCode(cause)
  return (
    <div className="cause-row" data-on={on}>
      <input
        id={id}
        type="checkbox"
        checked={on}
        aria-describedby={`${id}-hint`}
        aria-keyshortcuts={number <= highestNumberKey ? String(number) : undefined}
        onChange={(event) => onTick(event.target.checked)}
      />
      <label htmlFor={id}>{words?.name ?? cause.id}</label>
      {number <= highestNumberKey && <kbd aria-hidden="true">{number}</kbd>}
      <span id={`${id}-hint`} className="cause-hint">
        {words?.hint}
        {code !== null && (
          <>
            {' '}
            <span className="code">· {code}</span>
          </>
        )}
      </span>
    </div>
  )
}
