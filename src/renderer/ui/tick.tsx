import { useId } from 'react'

type TickProps = {
  readonly label: string
  readonly on: boolean
  readonly onSwitch: (on: boolean) => void
  readonly disabled?: boolean
  /** a line beneath that belongs to the tick */
  readonly note?: string | null
}

/** A checkbox with its words, and a note beneath. */
export function Tick({ label, on, onSwitch, disabled = false, note = null }: TickProps) {
  const id = useId()
  return (
    <div className="tick" data-on={on} data-disabled={disabled}>
      <input
        id={id}
        type="checkbox"
        checked={on}
        disabled={disabled}
        aria-describedby={note !== null ? `${id}-note` : undefined}
        onChange={(event) => onSwitch(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {note !== null && (
        <p id={`${id}-note`} className="tick-note">
          {note}
        </p>
      )}
    </div>
  )
}
