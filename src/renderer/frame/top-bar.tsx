import type { ReactNode } from 'react'
import { PushButton } from '../ui/push-button.tsx'
import { useWords } from '../words/use-words.ts'

const views = ['sheet', 'topics', 'history', 'settings'] as const
export type View = (typeof views)[number]

type TopBarProps = {
  readonly view: View
  readonly onOpen: (view: View) => void
  readonly onNewPatient: () => void
  readonly onHelp: () => void
  readonly search: ReactNode
}

/** The name, the search, the way to each view, and a clean sheet for the next patient. */
export function TopBar({ view, onOpen, onNewPatient, onHelp, search }: TopBarProps) {
  const { t } = useWords()
  return (
    <header className="top-bar">
      <span className="brand">CareSheet</span>
      {search}
      <nav aria-label={t('frame.views')}>
        {views.map((each) => (
          <PushButton key={each} className="nav-button" isCurrent={each === view} onPress={() => onOpen(each)}>
            {t(`frame.${each}`)}
          </PushButton>
        ))}
      </nav>
      <PushButton keys="mod+n" showKey onPress={onNewPatient}>
        {t('frame.newPatient')}
      </PushButton>
      <PushButton className="nav-button help" keys="F1" name={t('keys.title')} title={t('keys.title')} onPress={onHelp}>
        ?
      </PushButton>
    </header>
  )
}
