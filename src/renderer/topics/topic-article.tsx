import type { LibraryTopic } from '../../domain/library.ts'
import type { AdviceItem, Cause, TopicWords } from '../../domain/topic.ts'
import type { Wording } from '../../domain/wording.ts'
import { useWords } from '../words/use-words.ts'
import { RichText } from './rich-text.tsx'
import { TextList } from './text-list.tsx'

type ArticleProps = {
  readonly entry: LibraryTopic
  readonly words: TopicWords
  readonly wording: Wording
  /** null for what stands on every sheet of the topic */
  readonly cause: Cause | null
}

const hasOn = ({ shown }: AdviceItem) => shown === 'on'
const hasOff = ({ shown }: AdviceItem) => shown === 'off'

/** The words of a topic, or of one of its causes, as a patient reads them. */
export function TopicArticle({ entry: { topic }, words, wording, cause }: ArticleProps) {
  const { t } = useWords()
  const items = cause === null ? topic.everyday : cause.items
  const speak = (list: readonly { readonly id: string }[]) => list.flatMap(({ id }) => words.items[id] ?? [])
  const flags = topic.redFlags.filter(({ id, always }) => (cause === null ? always : cause.redFlags.includes(id)))
  const listFlags = (urgency: 'emergency' | 'urgent') =>
    flags.filter((flag) => flag.urgency === urgency).flatMap(({ id }) => words.redFlags[id] ?? [])
  const own = cause === null ? null : words.causes[cause.id]
  return (
    <article lang={words.language} className="topic-article">
      <h2>{own?.heading ?? words.sheetTitle}</h2>
      {(own ? [own.whatHappens] : words.mainMessage).map((line) => (
        <p key={line}>
          <RichText text={line} />
        </p>
      ))}
      <TextList
        title={cause === null ? wording.everyday.heading : t('topics.advice')}
        texts={speak(items.filter(hasOn))}
      />
      <TextList title={t('topics.offAdvice')} texts={speak(items.filter(hasOff))} />
      <TextList title={wording.redFlags.emergencyHeading} texts={listFlags('emergency')} tone="emergency" />
      <TextList title={wording.redFlags.urgentHeading} texts={listFlags('urgent')} tone="urgent" />
    </article>
  )
}
