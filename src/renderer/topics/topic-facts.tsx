import type { IsoDate } from '../../domain/calendar.ts'
import type { Library, LibraryTopic } from '../../domain/library.ts'
import type { Topic } from '../../domain/topic.ts'
import { useWords } from '../words/use-words.ts'

type Codes = Readonly<Topic['codes']>

type TopicFactsProps = {
  readonly entry: LibraryTopic
  readonly wording: Library['wording']
  readonly codes: Codes
  readonly today: IsoDate
}

const writeCodes = (codes: Codes) => codes.map(({ system, code }) => `${system} ${code}`).join(' · ')

/** How far a topic can be relied on: its version, who approved it, when it is looked at again, in which languages it stands. */
export function TopicFacts({ entry, wording, codes, today }: TopicFactsProps) {
  const { t, language, writeDay: write } = useWords()
  const { topic, words, outdated, sha256 } = entry
  const languages = Object.values(words).map((each) => {
    const name = wording[each.language]?.languageName ?? each.language
    return outdated.includes(each.language) ? t('topics.outdated', { language: name }) : name
  })
  const isOverdue = topic.nextReviewDate < today
  const facts = [
    [t('about.contentVersion'), t(`topics.${topic.status}`, { version: topic.version })],
    [
      t('about.approval'),
      topic.reviewer === '' ? t('choose.notApproved') : t('about.approvedBy', { name: topic.reviewer }),
    ],
    [t(topic.reviewer === '' ? 'topics.draftOf' : 'topics.reviewed'), write(topic.lastReviewDate)],
    [
      t('topics.nextReview'),
      isOverdue ? `${write(topic.nextReviewDate)} · ${t('choose.overdue')}` : write(topic.nextReviewDate),
    ],
    [t('topics.languages'), new Intl.ListFormat(language).format(languages)],
    [t('topics.author'), topic.author],
    [t('topics.codes'), writeCodes(codes)],
    [t('topics.hash'), sha256.slice(0, 12)],
  ] as const
  return (
    <dl className="topic-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
