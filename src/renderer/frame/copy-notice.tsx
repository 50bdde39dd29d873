import { useState } from 'react'
import type { Ask } from '../clinic-api.ts'
import { PushButton } from '../ui/push-button.tsx'
import { useAnswer } from '../use-answer.ts'
import { useWords } from '../words/use-words.ts'

/** Milliseconds until it is asked again whether the copies are made. */
const betweenLooks = 30_000

type CopyNoticeProps = { readonly ask: Ask; readonly onOpenSettings: () => void }

/** Says, quietly and wherever the clinician is, that no copy of the records could be made; until one is, or it is hidden. */
export function CopyNotice({ ask, onOpenSettings }: CopyNoticeProps) {
  const { t, write } = useWords()
  const { data } = useAnswer(ask, 'records.copy-trouble', {}, { askEvery: () => betweenLooks, askOnFocus: true })
  const [isHidden, setIsHidden] = useState(false)
  const told = data?.told ?? null
  if (told === null && isHidden) setIsHidden(false) // a copy was made: the next that fails is told anew
  const isShown = told !== null && !isHidden
  return (
    <div className="copy-notice" hidden={!isShown}>
      <p role="status">{isShown && write(told)}</p>
      <PushButton className="button small" onPress={onOpenSettings}>
        {t('issue.openSettings')}
      </PushButton>
      <PushButton className="button small" name={t('frame.hideCopyNotice')} onPress={() => setIsHidden(true)}>
        {t('frame.hide')}
      </PushButton>
    </div>
  )
}
