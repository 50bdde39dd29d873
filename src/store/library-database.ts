import { renameSync, rmSync } from 'node:fs'
import type { Library } from '../domain/library.ts'
import { tell } from '../domain/message.ts'
import type { Schema } from './migrate.ts'
import { openDatabase, type Db } from './open-database.ts'
import { listSearchEntries } from './search-entries.ts'
import { foldWords } from './search-words.ts'
import { toStorageError } from './storage-error.ts'

/** "CSLB" in ASCII. The file is thrown away rather than migrated: a changed schema needs a new version here, and no step. */
const librarySchema: Schema = {
  applicationId: 0x43_53_4c_42,
  migrations: [
    {
      version: 10,
      sql: `
        CREATE TABLE library (hash TEXT NOT NULL) STRICT;
        CREATE TABLE entries (id INTEGER PRIMARY KEY, topic TEXT NOT NULL, cause TEXT) STRICT;
        CREATE VIRTUAL TABLE search USING fts5 (names, synonyms, codes, medicines, content = '', tokenize = 'unicode61');`,
    },
  ],
}

function fill(db: Db, library: Library, libraryHash: string): void {
  const addEntry = db.prepare('INSERT INTO entries (id, topic, cause) VALUES (?, ?, ?)')
  const addWords = db.prepare('INSERT INTO search (rowid, names, synonyms, codes, medicines) VALUES (?, ?, ?, ?, ?)')
  // A line break between texts is a gap like any other, but a phrase is then less likely to run from one into the next.
  const fold = (texts: readonly string[]) => texts.map(foldWords).join('\n')
  db.transaction(() => {
    db.prepare('INSERT INTO library (hash) VALUES (?)').run(libraryHash)
    for (const [index, { topic, cause, names, synonyms, codes, medicines }] of listSearchEntries(library).entries()) {
      addEntry.run(index + 1, topic, cause)
      addWords.run(index + 1, fold(names), fold(synonyms), fold(codes), fold(medicines))
    }
  }).immediate()
}

function holdsLibrary(db: Db, libraryHash: string): boolean {
  return db.prepare('SELECT hash FROM library').pluck().get() === libraryHash
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
