import { CheckboxField, Text } from 'react-aria-components'
import type { Cause, TopicWords } from '../../domain/topic.ts'
import { findIcdCode } from '../group-causes.ts'
import { drawOnChange } from '../ui/draw-on-change.tsx'
import { TickBox } from '../ui/tick.tsx'

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

function DrawCauseRow({ cause, words, number, on, onTick }: CauseRowProps) {
  const code = findIcdCode(cause)
  const hasKey = number <= highestNumberKey
  return (
    <CheckboxField
      id={toCauseTickId(cause.id)}
      className="cause-row"
      isSelected={on}
      onChange={onTick}
      inputRef={(input: HTMLInputElement | null) => {
        if (hasKey) input?.setAttribute('aria-keyshortcuts', String(number)) // the field does not pass it on
      }}
    >
      <TickBox>{words?.name ?? cause.id}</TickBox>
      {hasKey && <kbd aria-hidden="true">{number}</kbd>}
      <Text slot="description" className="cause-hint">
        {words?.hint}
        {code !== null && (
          <>
            {' '}
            <span className="code">· {code}</span>
          </>
        )}
      </Text>
    </CheckboxField>
  )
}

/** One cause as a row that is all tick: name, hint and code, and the number key that ticks it. */
export const CauseRow = drawOnChange(DrawCauseRow)
