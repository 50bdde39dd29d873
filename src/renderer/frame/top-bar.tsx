import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { KeyButton } from '../ui/key-button.tsx'
import { useWords } from '../words/use-words.ts'

const views = ['sheet', 'settings'] as const
export type View = (typeof views)[number]

type TopBarProps = {
  readonly view: View
  readonly onOpen: (view: View) => void
  readonly onNewPatient: () => void
  readonly search: ReactNode
}

/** The name, the search, the way to each view, and a clean sheet for the next patient. */
export function TopBar({ view, onOpen, onNewPatient, search }: TopBarProps) {
  const { t } = useWords()
  return (
    <header className="top-bar">
      <span className="brand">CareSheet</span>
      {search}
      <nav aria-label={t('frame.views')}>
        {views.map((each) => (
          <Button
            key={each}
            className="nav-button"
            {...(each === view ? { 'aria-current': 'page' } : {})}
            onPress={() => onOpen(each)}
          >
            {t(`frame.${each}`)}
          </Button>
        ))}
      </nav>
      <KeyButton letter="N" showKey onPress={onNewPatient}>
        {t('frame.newPatient')}
      </KeyButton>
    </header>
  )
}
