import { useId, type ReactNode } from 'react'
import type { ItemCount } from './count-items.ts'

type AdviceCardProps = {
  readonly title: string
  /** the cause it is for, to be found by */
  readonly cause?: string
  readonly beside?: ReactNode
  readonly count?: ItemCount
  readonly children: ReactNode
}

/** One card of the middle pane. */
export function AdviceCard({ title, cause, beside, count, children }: AdviceCardProps) {
  const id = useId()
  return (
    <section className="card" data-cause={cause} aria-labelledby={id}>
      <header className="card-header">
        <h3 id={id}>{title}</h3>
        {beside}
        {count && (
          <span className="count">
            {count.on} of {count.of}
          </span>
        )}
      </header>
      {children}
    </section>
  )
}
