import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField, Text } from 'react-aria-components'
import { drawOnChange } from './draw-on-change.tsx'

type TickProps = {
  readonly label: string
  readonly on: boolean
  readonly onSwitch: (on: boolean) => void
  readonly disabled?: boolean
  /** a line beneath that belongs to the tick */
  readonly note?: string | null
}

/** The box of a tick, to be drawn beside its words. */
export function TickBox({ children }: { readonly children: ReactNode }) {
  return (
    <CheckboxButton className="tick-button">
      <span className="tick-box" aria-hidden="true" />
      <span className="tick-label">{children}</span>
    </CheckboxButton>
  )
}

function DrawTick({ label, on, onSwitch, disabled = false, note = null }: TickProps) {
  return (
    <CheckboxField className="tick" isSelected={on} isDisabled={disabled} onChange={onSwitch}>
      <TickBox>{label}</TickBox>
      {note !== null && (
        <Text slot="description" elementType="p" className="tick-note">
          {note}
        </Text>
      )}
    </CheckboxField>
  )
}

/** A checkbox with its words, and a note beneath. */
export const Tick = drawOnChange(DrawTick)
