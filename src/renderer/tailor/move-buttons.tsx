import { useState } from 'react'

type MoveButtonsProps = {
  readonly name: string
  /** from 1 */
  readonly place: number
  readonly count: number
  readonly onMove: (step: -1 | 1) => void
}

/** Puts a cause before or after another on the sheet. At an end a button stays, so that the focus does too. */
export function MoveButtons({ name, place, count, onMove }: MoveButtonsProps) {
  const [said, say] = useState('')
  const drawButton = (step: -1 | 1, sign: string, label: string) => {
    const moved = place + step
    const isAtEnd = moved < 1 || moved > count
    const move = () => {
      if (isAtEnd) return
      say(`${name} is now ${moved} of ${count}.`)
      onMove(step)
    }
    return (
      <button
        type="button"
        className="button small move"
        title={label}
        aria-label={`${label}: ${name}`}
        aria-disabled={isAtEnd}
        onClick={move}
      >
        {sign}
      </button>
    )
  }
  return (
    <span className="move-buttons" role="group" aria-label={`Place on the sheet: ${name}`}>
      {drawButton(-1, '↑', 'Earlier on the sheet')}
      {drawButton(1, '↓', 'Later on the sheet')}
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </span>
  )
}
