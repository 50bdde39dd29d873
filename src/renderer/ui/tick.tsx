import { useId, type ReactNode } from 'react'
import { drawOnChange } from './draw-on-change.tsx'

type TickBoxProps = {
  readonly id?: string
  readonly on: boolean
  readonly disabled?: boolean
  /** the key that switches it, for screen readers */
  readonly keys?: string | undefined
  /** the id of what is said beneath it */
  readonly describedBy?: string | undefined
  readonly onSwitch: (on: boolean) => void
  readonly children: ReactNode
}

/**
 * The box of a tick with its words. The browser's own checkbox, which does all that is asked of one: dozens are drawn with
 * one key, and the library's would take most of that frame.
 */
export function TickBox({ id, on, disabled, keys, describedBy, onSwitch, children }: TickBoxProps) {
  return (
    <label className="tick-button">
      <input
        id={id}
        type="checkbox"
        checked={on}
        disabled={disabled}
        aria-keyshortcuts={keys}
        aria-describedby={describedBy}
        onChange={({ currentTarget }) => onSwitch(currentTarget.checked)}
      />
      <span className="tick-box" aria-hidden="true" />
      <span className="tick-label">{children}</span>
    </label>
  )
}

type TickProps = {
  readonly label: string
  readonly on: boolean
  readonly onSwitch: (on: boolean) => void
  readonly disabled?: boolean
  /** a line beneath that belongs to the tick */
  readonly note?: string | null
}

function DrawTick({ label, on, onSwitch, disabled = false, note = null }: TickProps) {
  const noteId = useId()
  return (
    <div className="tick">
      <TickBox on={on} disabled={disabled} describedBy={note === null ? undefined : noteId} onSwitch={onSwitch}>
        {label}
      </TickBox>
      {note !== null && (
        <p id={noteId} className="tick-note">
          {note}
        </p>
      )}
    </div>
  )
}

/** A checkbox with its words, and a note beneath. */
export const Tick = drawOnChange(DrawTick)
