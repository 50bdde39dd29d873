import { useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import type { IsoDate } from '../../domain/calendar.ts'
import type { Language } from '../../domain/ids.ts'
import type { Library } from '../../domain/library.ts'
import { listLanguages } from '../list-languages.ts'
import { drawOnChange } from '../ui/draw-on-change.tsx'
import { PushButton } from '../ui/push-button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { useWords } from '../words/use-words.ts'
import { TopicArticle } from './topic-article.tsx'
import { TopicBacking } from './topic-backing.tsx'
import { TopicFacts } from './topic-facts.tsx'

type Place = { readonly topic: string; readonly cause: string | null }

type TopicsViewProps = {
  readonly library: Library
  readonly today: IsoDate
  /** brings a topic, or a cause of it, onto the sheet */
  readonly onUse: (place: Place) => void
}

const toKey = ({ topic, cause }: Place) => `${topic} ${cause ?? ''}`

function DrawTopicsView({ library, today, onUse }: TopicsViewProps) {
  const { t, language } = useWords()
  const [place, setPlace] = useState<Place>({ topic: library.topics[0]?.topic.id ?? '', cause: null })
  const [read, setRead] = useState<Language | null>(null)
  const entry = library.topics.find(({ topic }) => topic.id === place.topic)
  if (entry === undefined) return null
  const { topic, words } = entry
  const written = listLanguages(library.wording).filter(({ value }) => words[value])
  const wanted = read ?? language
  const shown = written.some(({ value }) => value === wanted) ? wanted : (written[0]?.value ?? wanted)
  const cause = topic.causes.find(({ id }) => id === place.cause) ?? null
  const [text, wording, own] = [words[shown], library.wording[shown], words[language] ?? words.en]
  const places = library.topics.flatMap((each): { readonly place: Place; readonly name: string }[] => {
    const spoken = each.words[language] ?? each.words.en
    const head = { place: { topic: each.topic.id, cause: null }, name: spoken?.title ?? each.topic.id }
    const causes = each.topic.causes.map(({ id }) => ({
      place: { topic: each.topic.id, cause: id },
      name: spoken?.causes[id]?.name ?? id,
    }))
    return [head, ...causes]
  })
  return (
    <div className="topics">
      <nav className="pane topics-pane" aria-label={t('topics.list')}>
        <h1>{t('topics.title')}</h1>
        <ListBox
          aria-label={t('topics.list')}
          className="options topic-options"
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={[toKey(place)]}
          onSelectionChange={(keys) => {
            const chosen = places.find((each) => keys !== 'all' && keys.has(toKey(each.place)))
            if (chosen) setPlace(chosen.place)
          }}
        >
          {places.map((each) => (
            <ListBoxItem
              key={toKey(each.place)}
              id={toKey(each.place)}
              textValue={each.name}
              className={each.place.cause === null ? 'option topic-option' : 'option'}
            >
              {each.name}
            </ListBoxItem>
          ))}
        </ListBox>
      </nav>
      <section className="topic-text" aria-label={t('topics.text')}>
        <div className="topic-bar">
          <SelectField label={t('topics.readIn')} value={shown} options={written} onChoose={setRead} />
          <PushButton className="button primary" onPress={() => onUse(place)}>
            {t(cause === null ? 'topics.use' : 'topics.useCause')}
          </PushButton>
        </div>
        <TopicFacts
          entry={entry}
          wording={library.wording}
          codes={cause === null ? [...topic.codes, ...topic.analytes.flatMap(({ codes }) => codes)] : cause.codes}
          today={today}
        />
        {text !== undefined && wording !== undefined && (
          <TopicArticle entry={entry} words={text} wording={wording} cause={cause} />
        )}
        <TopicBacking entry={entry} words={own} cause={cause} />
      </section>
    </div>
  )
}

/** The topics to read: as a patient reads them, with what they rest on and how far they can be relied on. */
export const TopicsView = drawOnChange(DrawTopicsView)
