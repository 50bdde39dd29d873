import { z } from 'zod'
import { Glossary } from './glossary.ts'
import { Language, Sha256 } from './ids.ts'
import { NoteRules } from './note-rules.ts'
import { Region } from './region.ts'
import { Topic, TopicWords } from './topic.ts'
import { Wording } from './wording.ts'
import { AppError } from './app-error.ts'
import { tell, type Message } from './message.ts'
import { listOutdated } from './outdated.ts'
import { sayInEach } from './say-in-each.ts'

/** A topic with its words in each language; `sha256` is the hex hash of its `toHashedText`. */
export const LibraryTopic = z.strictObject({
  topic: Topic,
  words: z.partialRecord(Language, TopicWords),
  sha256: Sha256,
  /** languages whose words are older than the English: they do not print until someone has looked at them again */
  outdated: z.array(Language).default([]),
})
export type LibraryTopic = z.output<typeof LibraryTopic>

/** All the content: what is known, never what happened. */
export const Library = z.strictObject({
  topics: z.array(LibraryTopic).min(1),
  wording: z.partialRecord(Language, Wording),
  wordingSha256: Sha256,
  /** languages whose wording is older than the English */
  outdatedWording: z.array(Language).default([]),
  /** medical terms with what they mean, by language */
  glossary: z.partialRecord(Language, Glossary).default({}),
  /** languages whose terms are older than the English */
  outdatedGlossary: z.array(Language).default([]),
  /** emergency numbers, for the settings to offer */
  regions: z.array(Region).default([]),
  /** what the clinician is told about a note while typing it, by language */
  noteRules: z.partialRecord(Language, NoteRules).default({}),
  /** the Chinese texts it is searched by, each with its syllables in Latin letters; for the search alone */
  pinyin: z.record(z.string(), z.string()).default({}),
  /** of the glossary, the regions, the note rules and the pinyin; absent where there are none */
  sharedSha256: Sha256.optional(),
})
export type Library = z.output<typeof Library>

/** The text whose hash pins a topic, or the wording: the same for the same content, whatever the file layout. */
export function toHashedText(content: Pick<LibraryTopic, 'topic' | 'words'> | Library['wording']): string {
  return JSON.stringify(content)
}

/** The text whose hash pins what a sheet in these languages takes from all topics together: their wording and terms. */
export function toSpokenText({ wording, glossary }: Library, languages: readonly Language[]): string {
  return JSON.stringify(languages.map((each) => [wording[each], glossary[each]]))
}

const TopicHashes = z.object({ topics: z.array(z.object({ sha256: Sha256 })) })

/** The hashes of the topics in a library's JSON, of whatever version of this program; none where it makes no sense. */
export function readTopicHashes(json: string): string[] {
  try {
    return TopicHashes.parse(JSON.parse(json)).topics.map(({ sha256 }) => sha256)
  } catch {
    return []
  }
}

/** A sentence for each part of a sheet of this language that is older than the English; none where it may print. */
export function listOlderParts(library: Library, { outdated }: LibraryTopic, spoken: Language): Message[] {
  const language = tell(`language-${spoken}`)
  return [
    ...(outdated.includes(spoken) ? [tell('topic-words-outdated', { language })] : []),
    ...(library.outdatedWording.includes(spoken) ? [tell('sheet-words-outdated', { language })] : []),
    ...(library.outdatedGlossary.includes(spoken) ? [tell('terms-outdated', { language })] : []),
  ]
}

type SharedPart = 'glossary' | 'regions' | 'noteRules' | 'pinyin'

/** The text whose hash pins what all topics share besides the wording. */
export function toSharedText({ glossary, regions, noteRules, pinyin }: Pick<Library, SharedPart>): string {
  return JSON.stringify({ glossary, regions, noteRules, pinyin })
}

const nothingShared = toSharedText({ glossary: {}, regions: [], noteRules: {}, pinyin: {} })

/** Whether a library names just the languages that are older than the English. */
function isTrue(named: readonly Language[], words: Parameters<typeof listOutdated>[0], hash: (text: string) => string) {
  return JSON.stringify(named) === JSON.stringify(listOutdated(words, hash))
}

/**
 * Checks every part of a library against its hash, so that a damaged disk cannot change advice in silence.
 * @param hash hex SHA-256 of a text, from the edge
 * @throws AppError content-damaged naming the topic
 */
export function verifyLibrary(library: Library, hash: (text: string) => string): void {
  for (const { topic, words, sha256, outdated } of library.topics)
    if (hash(toHashedText({ topic, words })) !== sha256 || !isTrue(outdated, words, hash))
      throw new AppError('content-damaged', tell('topic-damaged', { topic: sayInEach(words, ({ title }) => title) }))
  const { wording, wordingSha256, outdatedWording } = library
  if (hash(toHashedText(wording)) !== wordingSha256 || !isTrue(outdatedWording, wording, hash))
    throw new AppError('content-damaged', tell('wording-damaged'))
  const shared = toSharedText(library)
  const isSharedWhole =
    library.sharedSha256 === undefined ? shared === nothingShared : hash(shared) === library.sharedSha256
  if (!isSharedWhole || !isTrue(library.outdatedGlossary, library.glossary, hash))
    throw new AppError('content-damaged', tell('terms-damaged'))
}
