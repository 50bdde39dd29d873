import type { Library } from '../domain/library.ts'
import type { Db } from './open-database.ts'
import { toMatchQuery } from './search-words.ts'

/** A topic, or a cause within it, that the words lead to. */
export type FoundEntry = {
  readonly topic: string
  readonly cause: string | null
  readonly title: string
  readonly topicTitle: string
}

type EntryRow = { readonly topic: string; readonly cause: string | null }

const mostHits = 20
/**
 * What is so named comes first, in the library's order: whoever types "hep b" means hepatitis B, though other entries speak
 * of it more often. Then what is found by a synonym, a code or a medicine, best first.
 */
const query = `
  WITH named AS (SELECT rowid AS id FROM search WHERE search MATCH @named)
  SELECT entries.topic, entries.cause FROM search JOIN entries ON entries.id = search.rowid
  WHERE search MATCH @any
  ORDER BY CASE WHEN entries.id IN (SELECT id FROM named) THEN entries.id ELSE ${Number.MAX_SAFE_INTEGER} END,
    bm25(search, 8, 4, 4, 1), entries.id
  LIMIT ${mostHits}`

function name({ topic, cause }: EntryRow, library: Library): FoundEntry[] {
  const found = library.topics.find((candidate) => candidate.topic.id === topic)
  const words = found && (found.words.en ?? Object.values(found.words)[0])
  if (!words) return []
  const title = cause === null ? words.title : words.causes[cause]?.name
  return title === undefined ? [] : [{ topic, cause, title, topicTitle: words.title }]
}

/**
 * Finds topics and causes by the start of the words of their name, synonyms, codes or medicines, in any language, best first.
 * The index gives ids only; what is shown comes from the verified library, so a damaged index cannot show a wrong text.
 */
export function searchLibrary(db: Db, library: Library, words: string): FoundEntry[] {
  const match = toMatchQuery(words)
  if (match === null) return []
  // topic is TEXT NOT NULL and cause TEXT in a STRICT table, so SQLite vouches for the type of the row.
  return db
    .prepare<{ named: string; any: string }, EntryRow>(query)
    .all({ named: `names : (${match})`, any: match })
    .flatMap((row) => name(row, library))
}
