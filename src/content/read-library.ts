import { readFileSync } from 'node:fs'
import { AppError } from '../domain/app-error.ts'
import { tell } from '../domain/message.ts'
import { Library, verifyLibrary } from '../domain/library.ts'
import { hashText } from './hash-text.ts'

const reinstall = tell('library-damaged')

function readJson(path: string): { readonly text: string; readonly value: unknown } {
  try {
    const text = readFileSync(path, 'utf8')
    return { text, value: JSON.parse(text) }
  } catch {
    throw new AppError('content-damaged', reinstall)
  }
}

/**
 * Reads the shipped library and checks every part of it.
 * @returns it with a hash of the whole, which says whether a search index belongs to it
 * @throws AppError content-damaged when the file is missing, cut off or changed
 */
export function readLibrary(path: string): { readonly library: Library; readonly hash: string } {
  const { text, value } = readJson(path)
  const parsed = Library.safeParse(value)
  if (!parsed.success) throw new AppError('content-damaged', reinstall)
  verifyLibrary(parsed.data, hashText)
  return { library: parsed.data, hash: hashText(text) }
}

/**
 * Checks the one topic that is about to stand on paper, and the wording.
 * @throws AppError content-damaged
 */
export function verifyTopic(library: Library, topic: string): void {
  verifyLibrary({ ...library, topics: library.topics.filter((each) => each.topic.id === topic) }, hashText)
}
