import type { LibraryTopic } from '../../domain/library.ts'
import type { Cause, TopicWords } from '../../domain/topic.ts'
import { useWords } from '../words/use-words.ts'
import { TextList } from './text-list.tsx'

type BackingProps = {
  readonly entry: LibraryTopic
  readonly words: TopicWords | undefined
  readonly cause: Cause | null
}

/** What is for the clinician alone: the plan, the medicines with their evidence, and the sources in full. */
export function TopicBacking({ entry: { topic }, words, cause }: BackingProps) {
  const { t } = useWords()
  const medicines = cause === null ? [] : topic.medicines.filter(({ causes }) => causes.includes(cause.id))
  const named = cause === null ? null : new Set([...cause.sources, ...cause.items.flatMap(({ sources }) => sources)])
  const citations = Object.entries(topic.sources)
    .filter(([id]) => named === null || named.has(id))
    .map(([, { citation }]) => citation)
  const evidence = medicines.flatMap(({ id }) => {
    const medicine = words?.medicines[id]
    return medicine ? [`**${medicine.name}** ${medicine.evidence} ${medicine.cautions}`] : []
  })
  return (
    <section className="topic-backing" aria-label={t('topics.backing')}>
      <h2>{t('topics.backing')}</h2>
      <TextList title={t('topics.plan')} texts={cause === null ? [] : (words?.causes[cause.id]?.plan ?? [])} />
      <TextList title={t('medicines.group')} texts={evidence} />
      <TextList title={t('topics.sources')} texts={citations} />
    </section>
  )
}
