import type { SheetContent } from '../../domain/check-selection.ts'
import type { IsoDate } from '../../domain/calendar.ts'
import { writeDate } from '../../domain/sheet-draft.ts'

type TopicHeadingProps = { readonly content: SheetContent; readonly today: IsoDate }

/** The topic, and how far its text can be relied on: reviewed when, by whom, in which languages. */
export function TopicHeading({ content, today }: TopicHeadingProps) {
  const { topic, words } = content.entry
  const reviewed = writeDate(content, topic.lastReviewDate, 'shortDate')
  const next = writeDate(content, topic.nextReviewDate, 'shortDate')
  return (
    <header className="topic-heading">
      <h1>{content.words.title}</h1>
      <p className="quiet">
        {topic.reviewer === '' ? 'Draft of' : 'Reviewed'} {reviewed} · next review {next} ·{' '}
        {Object.keys(words).join(', ')}
      </p>
      {topic.reviewer === '' && <p className="badge">Not clinically approved</p>}
      {topic.nextReviewDate < today && <p className="badge">Review overdue</p>}
    </header>
  )
}
