import { readFileSync } from 'node:fs'
import { AppError } from '../domain/app-error.ts'
import { tell } from '../domain/message.ts'
import { Library, verifyLibrary } from '../domain/library.ts'
import { hashText } from './hash-text.ts'

const reinstall = tell('library-damaged')

function refuseUnless<T>(read: () => T): T {
  try {
    return read()
  } catch {
    throw new AppError('content-damaged', reinstall)
  }
}

/** A library from its JSON, every part checked. @throws AppError content-damaged for anything else, or one of another version */
export function parseLibrary(json: string): Library {
  const parsed = Library.safeParse(refuseUnless((): unknown => JSON.parse(json)))
  if (!parsed.success) throw new AppError('content-damaged', reinstall)
  verifyLibrary(parsed.data, hashText)
  return parsed.data
}

/**
 * Reads the shipped library and checks every part of it.
 * @returns it with its text, and a hash of that, which says whether a search index belongs to it
 * @throws AppError content-damaged when the file is missing, cut off or changed
 */
export function readLibrary(path: string): {
  readonly library: Library
  readonly text: string
  readonly hash: string
} {
  const text = refuseUnless(() => readFileSync(path, 'utf8'))
  return { library: parseLibrary(text), text, hash: hashText(text) }
}

/**
 * Checks the one topic that is about to stand on paper, and the wording.
 * @throws AppError content-damaged
 */
export function verifyTopic(library: Library, topic: string): void {
  verifyLibrary({ ...library, topics: library.topics.filter((each) => each.topic.id === topic) }, hashText)
}
