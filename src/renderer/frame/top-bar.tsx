import type { ReactNode } from 'react'

export type View = 'sheet' | 'settings'

const views: readonly { readonly view: View; readonly name: string }[] = [
  { view: 'sheet', name: 'Sheet' },
  { view: 'settings', name: 'Settings' },
]

type TopBarProps = {
  readonly view: View
  readonly onOpen: (view: View) => void
  readonly onNewPatient: () => void
  readonly search: ReactNode
}

/** The name, the search, the way to each view, and a clean sheet for the next patient. */
export function TopBar({ view, onOpen, onNewPatient, search }: TopBarProps) {
  return (
    <header className="top-bar">
      <span className="brand">CareSheet</span>
      {search}
      <nav aria-label="Views">
        {views.map((each) => (
          <button
            key={each.view}
            type="button"
            className="nav-button"
            aria-current={each.view === view ? 'page' : undefined}
            onClick={() => onOpen(each.view)}
          >
            {each.name}
          </button>
        ))}
      </nav>
      <button type="button" className="button" aria-keyshortcuts="Control+N" onClick={onNewPatient}>
        New patient <kbd aria-hidden="true">Ctrl N</kbd>
      </button>
    </header>
  )
}
