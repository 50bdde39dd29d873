import { Component, type ReactNode } from 'react'
import { WindowMessage } from './window-message.tsx'

/** Keeps a fault in the window from leaving it blank. */
export class CrashBoundary extends Component<{ readonly children: ReactNode }, { readonly hasCrashed: boolean }> {
  override state = { hasCrashed: false }

  static getDerivedStateFromError() {
    return { hasCrashed: true }
  }

  override render() {
    if (!this.state.hasCrashed) return this.props.children
    return (
      <WindowMessage tone="stop" title="CareSheet stopped">
        A fault in this window stopped it. Nothing was sent or stored. Please close CareSheet and open it again.
      </WindowMessage>
    )
  }
}
