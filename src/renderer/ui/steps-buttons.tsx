import { PushButton } from './push-button.tsx'
import { useWords } from '../words/use-words.ts'

/** One step back, and one forward again; null where there is none. */
export type Steps = { readonly undo: (() => void) | null; readonly redo: (() => void) | null }

/** Takes the last choice back, or brings it again. They stay where they are, so that the focus does. */
export function StepsButtons({ undo, redo }: Steps) {
  const { t } = useWords()
  return (
    <span className="steps">
      <PushButton keys="mod+z" className="link small" isIdle={undo === null} onPress={() => undo?.()}>
        {t('frame.undo')}
      </PushButton>
      <PushButton keys="mod+y" className="link small" isIdle={redo === null} onPress={() => redo?.()}>
        {t('frame.redo')}
      </PushButton>
    </span>
  )
}
