import { useState } from 'react'
import { PushButton } from '../ui/push-button.tsx'
import { useWords } from '../words/use-words.ts'

type MoveButtonsProps = {
  readonly name: string
  /** from 1 */
  readonly place: number
  readonly count: number
  readonly onMove: (step: -1 | 1) => void
}

/** Puts a cause before or after another on the sheet. At an end a button stays, so that the focus does too. */
export function MoveButtons({ name, place, count, onMove }: MoveButtonsProps) {
  const { t } = useWords()
  const [said, say] = useState('')
  const drawButton = (step: -1 | 1, sign: string, label: string) => {
    const moved = place + step
    const isAtEnd = moved < 1 || moved > count
    const move = () => {
      if (isAtEnd) return
      say(t('tailor.moved', { cause: name, place: moved, count }))
      onMove(step)
    }
    return (
      <PushButton
        className="button small move"
        name={t('tailor.moveButton', { move: label, cause: name })}
        title={label}
        isIdle={isAtEnd}
        onPress={move}
      >
        {sign}
      </PushButton>
    )
  }
  return (
    <span className="move-buttons" role="group" aria-label={t('tailor.place', { cause: name })}>
      {drawButton(-1, '↑', t('tailor.earlier'))}
      {drawButton(1, '↓', t('tailor.later'))}
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </span>
  )
}
