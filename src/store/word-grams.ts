import type { Db } from './open-database.ts'
import { countTypos } from './count-typos.ts'

/** The tables a mistyped word is mended from: every word of the index, and the groups of three letters each is made of. */
export const gramTables = `
  CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, entries INTEGER NOT NULL) STRICT;
  CREATE TABLE grams (gram TEXT NOT NULL, word INTEGER NOT NULL, PRIMARY KEY (gram, word)) STRICT, WITHOUT ROWID;`

const shortest = 4
const longest = 24
/** words with the most groups in common that are compared letter by letter */
const mostCandidates = 200

/** Groups of three letters, the first with a space before it, so that words that begin alike share one more. */
export function listGrams(word: string): string[] {
  const padded = ` ${word}`
  return [...new Set(Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3)))]
}

/** Whether a word is long enough to be recognised when it is mistyped; Chinese is not mistyped letter by letter. */
function isMendable(word: string): boolean {
  return word.length >= shortest && word.length <= longest && /^\p{L}+$/u.test(word)
}

/** How many wrong letters are forgiven: one in a short word, two in one of eight letters or more. */
function forgive(word: string): number {
  return word.length < 8 ? 1 : 2
}

/** Keeps the words of an index. @param counted every word, with the number of entries it stands in */
export function fillGrams(db: Db, counted: ReadonlyMap<string, number>): void {
  const addWord = db.prepare('INSERT INTO words (id, word, entries) VALUES (?, ?, ?)')
  const addGram = db.prepare('INSERT INTO grams (gram, word) VALUES (?, ?)')
  const kept = [...counted].filter(([word]) => isMendable(word))
  const grams = kept.flatMap(([word], index) => listGrams(word).map((gram): [string, number] => [gram, index + 1]))
  for (const [index, [word, entries]] of kept.entries()) addWord.run(index + 1, word, entries)
  for (const [gram, id] of grams.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) addGram.run(gram, id)
}

type CandidateRow = { readonly word: string; readonly entries: number }

/** Prepares to find the word of the index that a mistyped one stands for; null where none is near enough. */
export function prepareMending(db: Db): (typed: string) => string | null {
  // Both columns are NOT NULL in a STRICT table, so SQLite vouches for the type of the row.
  const find = db.prepare<[string], CandidateRow>(`
    SELECT words.word, words.entries FROM (
      SELECT word, count(*) AS shared FROM grams WHERE gram IN (SELECT value FROM json_each(?))
      GROUP BY word ORDER BY shared DESC LIMIT ${mostCandidates}
    ) AS near JOIN words ON words.id = near.word`)
  return (typed) => {
    if (!isMendable(typed)) return null
    const most = forgive(typed)
    const near = find
      .all(JSON.stringify(listGrams(typed)))
      .map(({ word, entries }) => ({ word, entries, typos: countTypos(typed, word, most) }))
      .filter(({ typos }) => typos <= most)
      .toSorted((a, b) => a.typos - b.typos || b.entries - a.entries || (a.word < b.word ? -1 : 1))
    return near[0]?.word ?? null
  }
}
