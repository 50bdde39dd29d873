import { Language } from './ids.ts'
import type { Said } from './message.ts'
import type { TopicWords } from './topic.ts'

/** The words of a topic by the languages it is written in. */
type WordsByLanguage = Readonly<Partial<Record<Language, TopicWords>>>

/** What the content says, in each language it is written in: for a message that may be read in any. */
export function sayInEach(words: WordsByLanguage, say: (words: TopicWords) => string): Said {
  const said = Language.options.flatMap((language): [Language, string][] => {
    const spoken = words[language]
    return spoken === undefined ? [] : [[language, say(spoken)]]
  })
  return Object.fromEntries(said)
}

const joins = { and: 'conjunction', or: 'disjunction' } as const

/** Names of the content as one list in each language: "A and B", "A或B". */
export function joinInEach(
  words: WordsByLanguage,
  join: keyof typeof joins,
  list: (words: TopicWords) => readonly string[],
): Said {
  return sayInEach(words, (spoken) => new Intl.ListFormat(spoken.language, { type: joins[join] }).format(list(spoken)))
}
