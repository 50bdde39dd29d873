import { z } from 'zod'
import { Language, Sha256 } from './ids.ts'
import { Topic, TopicWords } from './topic.ts'
import { Wording } from './wording.ts'
import { AppError } from './app-error.ts'

/** A topic with its words in each language; `sha256` is the hex hash of its `toHashedText`. */
export const LibraryTopic = z.strictObject({
  topic: Topic,
  words: z.partialRecord(Language, TopicWords),
  sha256: Sha256,
})
export type LibraryTopic = z.output<typeof LibraryTopic>

/** All the content: what is known, never what happened. */
export const Library = z.strictObject({
  topics: z.array(LibraryTopic).min(1),
  wording: z.partialRecord(Language, Wording),
  wordingSha256: Sha256,
})
export type Library = z.output<typeof Library>

/** The text whose hash pins a topic, or the wording: the same for the same content, whatever the file layout. */
export function toHashedText(content: Pick<LibraryTopic, 'topic' | 'words'> | Library['wording']): string {
  return JSON.stringify(content)
}

/**
 * Checks every part of a library against its hash, so that a damaged disk cannot change advice in silence.
 * @param hash hex SHA-256 of a text, from the edge
 * @throws AppError content-damaged naming the topic
 */
export function verifyLibrary(library: Library, hash: (text: string) => string): void {
  for (const { topic, words, sha256 } of library.topics)
    if (hash(toHashedText({ topic, words })) !== sha256)
      throw new AppError(
        'content-damaged',
        `The topic "${topic.id}" is damaged on this computer. Please reinstall CareSheet before you print it.`,
      )
  if (hash(toHashedText(library.wording)) !== library.wordingSha256)
    throw new AppError(
      'content-damaged',
      'The sheet wording is damaged on this computer. Please reinstall CareSheet before you print.',
    )
}
