import { AppError } from '../domain/app-error.ts'
import type { IsoDate } from '../domain/calendar.ts'
import { Library, toHashedText, toSharedText, type LibraryTopic } from '../domain/library.ts'
import { listOutdated } from '../domain/outdated.ts'
import { hashText } from './hash-text.ts'
import { loadContent, type Loaded, type LoadedContent, type LoadedTopic } from './load-content.ts'

function byLanguage<T extends { language: string }>(loaded: readonly Loaded<T>[]): Record<string, T> {
  return Object.fromEntries(loaded.map(({ value }) => [value.language, value]))
}

/** A topic as the library keeps it. Hashed as it reads back from JSON, so that the hash still fits after a round trip. */
function toLibraryTopic({ value: topic, words }: LoadedTopic): LibraryTopic {
  const content = { topic, words: byLanguage(words) }
  return { ...content, sha256: hashText(toHashedText(content)), outdated: listOutdated(content.words, hashText) }
}

/** The library made of content that has no problems; its pinyin is spelled for the app alone (`addPinyin`). */
export function toLibrary({ topics, wording, glossary, regions, noteRules }: LoadedContent): Library {
  const spoken = byLanguage(wording)
  const shared = {
    glossary: byLanguage(glossary),
    regions: [...regions],
    noteRules: byLanguage(noteRules),
    pinyin: {},
  }
  return Library.parse({
    topics: topics.map(toLibraryTopic),
    wording: spoken,
    wordingSha256: hashText(toHashedText(spoken)),
    outdatedWording: listOutdated(spoken, hashText),
    ...shared,
    outdatedGlossary: listOutdated(shared.glossary, hashText),
    sharedSha256: hashText(toSharedText(shared)),
  })
}

/**
 * Reads a content folder into a Library.
 * @param folder such as "content"
 * @param today when given, a topic whose review is late is a problem
 * @throws AppError content-damaged with every problem at once, each with its file and line
 */
export function readContent(folder: string, today?: IsoDate): Library {
  const content = loadContent(folder, today)
  if (content.problems.length > 0) throw new AppError('content-damaged', content.problems)
  return toLibrary(content)
}
