import { useId, useState } from 'react'

type MedicineRowProps = {
  readonly name: string
  /** evidence and cautions, for the clinician; never printed */
  readonly note: string
  readonly on: boolean
  readonly onSwitch: (on: boolean) => void
}

/** One medicine. Its note can be opened before the tick, and always stands there once it is ticked. */
export function MedicineRow({ name, note, on, onSwitch }: MedicineRowProps) {
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  const isShown = on || isOpen
  return (
    <div className="tick medicine" data-on={on}>
      <input
        id={id}
        type="checkbox"
        checked={on}
        aria-describedby={isShown ? `${id}-note` : undefined}
        onChange={(event) => onSwitch(event.target.checked)}
      />
      <label htmlFor={id}>{name}</label>
      {!on && (
        <button
          type="button"
          className="link small"
          aria-expanded={isOpen}
          aria-controls={`${id}-note`}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? 'Hide' : 'Evidence'}
          <span className="visually-hidden"> for {name}</span>
        </button>
      )}
      <p id={`${id}-note`} className="care-note" hidden={!isShown}>
        <strong>For you, not printed:</strong> {note}
      </p>
    </div>
  )
}
