import { renameSync, rmSync } from 'node:fs'
import type { Library } from '../domain/library.ts'
import { tell } from '../domain/message.ts'
import type { Schema } from './migrate.ts'
import { openDatabase, type Db } from './open-database.ts'
import { listSearchEntries } from '../domain/search-entries.ts'
import { foldWords, listPinyinWords } from './search-words.ts'
import { toStorageError } from './storage-error.ts'
import { fillGrams, gramTables } from './word-grams.ts'

/** "CSLB" in ASCII. The file is thrown away rather than migrated: a changed schema needs a new version here, and no step. */
export const librarySchema: Schema = {
  applicationId: 0x43_53_4c_42,
  migrations: [
    {
      version: 21,
      sql: `
        CREATE TABLE library (hash TEXT NOT NULL) STRICT;
        CREATE TABLE entries (
          id INTEGER PRIMARY KEY, topic TEXT NOT NULL, cause TEXT, names TEXT NOT NULL, others TEXT NOT NULL
        ) STRICT;
        CREATE VIRTUAL TABLE search USING fts5 (
          names, others, medicines,
          content = '', columnsize = 0, prefix = '1 2 3 4 5 6', tokenize = 'unicode61'
        );
        ${gramTables}`,
    },
  ],
}

function fill(db: Db, library: Library, libraryHash: string): void {
  const addEntry = db.prepare('INSERT INTO entries (id, topic, cause, names, others) VALUES (?, ?, ?, ?, ?)')
  const addWords = db.prepare('INSERT INTO search (rowid, names, others, medicines) VALUES (?, ?, ?, ?)')
  const counted = new Map<string, number>()
  // A line break between texts is a gap like any other, but a phrase is then less likely to run from one into the next.
  const fold = (texts: readonly string[]) => {
    const folded = texts.map(foldWords).join(' \n ')
    for (const word of new Set(folded.split(/\s+/u))) counted.set(word, (counted.get(word) ?? 0) + 1)
    const pinyin = texts.flatMap((text) => listPinyinWords(library.pinyin[text] ?? ''))
    return [folded, ...pinyin].join(' ')
  }
  db.transaction(() => {
    db.prepare('INSERT INTO library (hash) VALUES (?)').run(libraryHash)
    for (const [index, entry] of listSearchEntries(library).entries()) {
      const names = fold(entry.names)
      const others = fold([...entry.synonyms, ...entry.codes])
      addEntry.run(index + 1, entry.topic, entry.cause, names, others)
      addWords.run(index + 1, names, others, fold(entry.medicines))
    }
    fillGrams(db, counted)
  }).immediate()
}

/** The tables as SQLite has them written down. A disk may spoil that text too, and SQLite would believe it. */
function readTables(db: Db): unknown {
  return db.prepare("SELECT group_concat(sql, ';' ORDER BY name) FROM sqlite_schema").pluck().get()
}

function holdsLibrary(db: Db, libraryHash: string): boolean {
  const empty = openDatabase(':memory:', librarySchema)
  try {
    if (readTables(db) !== readTables(empty)) return false
    return db.prepare('SELECT hash FROM library').pluck().get() === libraryHash
  } finally {
    empty.close()
  }
}

function openIfCurrent(path: string, libraryHash: string): Db | null {
  let db: Db | undefined
  try {
    db = openDatabase(path, librarySchema)
    if (holdsLibrary(db, libraryHash)) return db
  } catch {
    // Whatever is wrong with it, nothing in it is needed: it is built anew from the shipped library.
  }
  db?.close()
  return null
}

/** The journal goes with its file: SQLite would replay one that was left behind into the new file. */
function removeDatabase(path: string): void {
  for (const suffix of ['-wal', '-shm', '-journal', '']) rmSync(`${path}${suffix}`, { recursive: true, force: true })
}

function build(path: string, library: Library, libraryHash: string): void {
  const db = openDatabase(path, librarySchema)
  try {
    fill(db, library, libraryHash)
  } finally {
    db.close()
  }
}

/**
 * Opens library.db, the search index of the shipped library; a file that is damaged or of another library is built anew.
 * It holds no patient data and no text that is shown or printed.
 * @param path the file, or ":memory:"
 * @throws AppError storage-failed when it cannot be built either
 */
export function openLibraryDatabase(path: string, library: Library, libraryHash: string): Db {
  try {
    if (path === ':memory:') {
      const db = openDatabase(path, librarySchema)
      fill(db, library, libraryHash)
      return db
    }
    const current = openIfCurrent(path, libraryHash)
    if (current) return current
    const fresh = `${path}.new`
    removeDatabase(fresh)
    build(fresh, library, libraryHash)
    removeDatabase(path)
    renameSync(fresh, path)
    return openDatabase(path, librarySchema)
  } catch (error) {
    throw toStorageError(error, tell('what-search'))
  }
}
