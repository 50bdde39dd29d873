import { Component, type ReactNode } from 'react'
import { useWords } from '../words/use-words.ts'
import { WindowMessage } from './window-message.tsx'

/** Keeps a fault in the window from leaving it blank. */
export class CrashBoundary extends Component<{ readonly children: ReactNode }, { readonly hasCrashed: boolean }> {
  override state = { hasCrashed: false }

  static getDerivedStateFromError() {
    return { hasCrashed: true }
  }

  override render() {
    return this.state.hasCrashed ? <CrashMessage /> : this.props.children
  }
}

function CrashMessage() {
  const { t } = useWords()
  return (
    <WindowMessage tone="stop" title={t('opening.crashed')}>
      {t('opening.crashedWhy')}
    </WindowMessage>
  )
}
