import type { SheetContent } from '../../domain/check-selection.ts'
import type { IsoDate } from '../../domain/calendar.ts'
import type { Library } from '../../domain/library.ts'
import { writeDate } from '../../domain/sheet-draft.ts'
import { listLanguages } from '../list-languages.ts'
import { useWords } from '../words/use-words.ts'

type TopicHeadingProps = {
  readonly content: SheetContent
  readonly wording: Library['wording']
  readonly today: IsoDate
}

/** The topic, and how far its text can be relied on: reviewed when, by whom, in which languages. */
export function TopicHeading({ content, wording, today }: TopicHeadingProps) {
  const { t } = useWords()
  const { topic, words } = content.entry
  const reviewed = writeDate(content, topic.lastReviewDate, 'shortDate')
  const written = listLanguages(wording).filter(({ value }) => words[value])
  const next = writeDate(content, topic.nextReviewDate, 'shortDate')
  return (
    <header className="topic-heading">
      <h1>{content.words.title}</h1>
      <p className="quiet">
        {t(topic.reviewer === '' ? 'choose.draft' : 'choose.reviewed', {
          date: reviewed,
          next,
        })}
      </p>
      <p className="quiet">{written.map(({ label }) => label).join(' · ')}</p>
      {topic.reviewer === '' && <p className="badge">{t('choose.notApproved')}</p>}
      {topic.nextReviewDate < today && <p className="badge">{t('choose.overdue')}</p>}
    </header>
  )
}
