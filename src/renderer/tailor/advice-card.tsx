import { useId, type ReactNode } from 'react'
import { useWords } from '../words/use-words.ts'
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
  const { t } = useWords()
  return (
    <section className="card" data-cause={cause} aria-labelledby={id}>
      <header className="card-header">
        <h3 id={id}>{title}</h3>
        {beside}
        {count && <span className="count">{t('tailor.count', count)}</span>}
      </header>
      {children}
    </section>
  )
}
