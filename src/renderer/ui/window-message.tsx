import type { ReactNode } from 'react'

type WindowMessageProps = { readonly title: string; readonly children: ReactNode; readonly tone: 'plain' | 'stop' }

/** One message in place of the whole window: while it opens, or when it cannot. */
export function WindowMessage({ title, children, tone }: WindowMessageProps) {
  return (
    <main className="window-message" data-tone={tone}>
      <div role={tone === 'stop' ? 'alert' : 'status'}>
        <h1>{title}</h1>
        <p>{children}</p>
      </div>
    </main>
  )
}
