import type { Language } from '../domain/ids.ts'
import type { Library } from '../domain/library.ts'
import { describeEntry } from '../domain/search-entries.ts'
import { explainHit } from './explain-hit.ts'
import type { Db } from './open-database.ts'
import { splitWords, toMatchQuery } from './search-words.ts'
import { prepareMending } from './word-grams.ts'

/** A topic, or a cause within it, that the words lead to, under its names in the language asked for. */
export type FoundEntry = {
  readonly topic: string
  readonly cause: string | null
  readonly title: string
  readonly topicTitle: string
  /** the text it was found by, where the title does not say it */
  readonly by: string | null
}

/** What was found; `meant` are the words looked for in place of mistyped ones, null where none were. */
export type SearchResult = { readonly hits: FoundEntry[]; readonly meant: string | null }

export type Search = (typed: string, language: Language) => SearchResult

type EntryRow = {
  readonly id: number
  readonly topic: string
  readonly cause: string | null
  readonly names: string
  readonly others: string
}

const mostHits = 12
/** rows that are put in order; where more match, those so named are asked for apart */
const mostRows = 60

/**
 * How telling a match is, least first: so named, or the name begins so; a code or another name is so, or begins so; the rest.
 * Whoever types "hep b" means hepatitis B, though other entries speak of it more often.
 */
function rank({ names, others }: EntryRow, words: readonly string[]): number {
  const holds = (text: string, end: string) => words.every((word) => ` ${text} `.includes(` ${word}${end}`))
  const place = [holds(names, ' '), holds(names, ''), holds(others, ' '), holds(others, '')].indexOf(true)
  return place < 0 ? 4 : place
}

/**
 * Prepares to find topics and causes by the start of the words of their name, synonyms, codes or medicines, in any language,
 * by pinyin, and by words with a typing mistake. What is shown comes from the verified library, so a damaged index cannot
 * show a wrong text.
 */
export function prepareSearch(db: Db, library: Pick<Library, 'topics' | 'pinyin'>): Search {
  const topics = new Map(library.topics.map((entry) => [entry.topic.id, entry]))
  // All columns but cause are NOT NULL in a STRICT table, so SQLite vouches for the type of the row.
  const find = db.prepare<[string], EntryRow>(`
    SELECT entries.* FROM search JOIN entries ON entries.id = search.rowid
    WHERE search MATCH ? ORDER BY search.rowid LIMIT ${mostRows}`)
  const isKnown = db.prepare<[string]>('SELECT 1 FROM search WHERE search MATCH ? LIMIT 1')
  const mend = prepareMending(db)

  const name = ({ topic, cause }: EntryRow, typed: readonly string[], language: Language): FoundEntry[] => {
    const found = topics.get(topic)
    const words = found && (found.words[language] ?? found.words.en ?? Object.values(found.words)[0])
    const entry = found && describeEntry(found, cause)
    if (!words || !entry) return []
    const title = cause === null ? words.title : words.causes[cause]?.name
    if (title === undefined) return []
    return [{ topic, cause, title, topicTitle: words.title, by: explainHit(entry, typed, title, library.pinyin) }]
  }
  const list = (words: readonly string[]): EntryRow[] => {
    const some = find.all(toMatchQuery(words))
    // Nothing is ranked by all that matches, for one letter matches half of a large library.
    const named =
      some.length < mostRows
        ? []
        : [true, false].flatMap((isWhole) => find.all(`names : (${toMatchQuery(words, isWhole)})`))
    const rows = new Map([...named, ...some].map((row) => [row.id, row]))
    const ranked = [...rows.values()].map((row) => ({ row, rank: rank(row, words) }))
    return ranked
      .toSorted((a, b) => a.rank - b.rank || a.row.id - b.row.id)
      .slice(0, mostHits)
      .map(({ row }) => row)
  }

  /** Those whose shown name says the words come first: "he" is Hepatitis before a cause that is so spelled in pinyin. */
  const nameAll = (rows: readonly EntryRow[], words: readonly string[], language: Language): FoundEntry[] => {
    const hits = rows.flatMap((row) => name(row, words, language))
    return hits.toSorted((a, b) => Number(a.by !== null) - Number(b.by !== null))
  }

  return (typed, language) => {
    const words = splitWords(typed)
    if (words.length === 0) return { hits: [], meant: null }
    const rows = list(words)
    if (rows.length > 0) return { hits: nameAll(rows, words, language), meant: null }
    const mended = words.map((word) => (isKnown.get(toMatchQuery([word])) ? word : (mend(word) ?? word)))
    if (mended.every((word, index) => word === words[index])) return { hits: [], meant: null }
    const hits = nameAll(list(mended), mended, language)
    return { hits, meant: hits.length === 0 ? null : mended.join(' ') }
  }
}
