import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { projectFolder } from '../../scripts/project-folder.ts'
import { hashText } from '../../src/content/hash-text.ts'
import { parseLibrary, readLibrary } from '../../src/content/read-library.ts'
import { LibraryTopic, toHashedText, toSharedText, type Library } from '../../src/domain/library.ts'
import { listOutdated } from '../../src/domain/outdated.ts'
import { listPaths } from '../../src/main/paths.ts'
import { openLibraryDatabase } from '../../src/store/library-database.ts'

/** A topic as it is read again from a file, with the hash that the app looks for. */
function seal(entry: LibraryTopic): LibraryTopic {
  const { topic, words } = LibraryTopic.parse(JSON.parse(JSON.stringify(entry)))
  return { topic, words, sha256: hashText(toHashedText({ topic, words })), outdated: listOutdated(words, hashText) }
}

/**
 * Makes the app as it was built, but that after the topics of its library come those of another.
 * @returns the folder it is started from
 */
export function makeLargeApp(folder: string, { topics, pinyin }: Library): string {
  const app = path.join(folder, 'large-app')
  mkdirSync(path.join(app, 'out'), { recursive: true })
  const linked = ['package.json', 'out/main', 'out/preload', 'out/renderer', 'out/fonts', 'out/licences.json']
  for (const name of linked) symlinkSync(path.join(projectFolder, name), path.join(app, name))
  const shipped = parseLibrary(readFileSync(path.join(projectFolder, 'out/library.json'), 'utf8'))
  const all = {
    ...shipped,
    topics: [...shipped.topics, ...topics.map(seal)],
    pinyin: { ...shipped.pinyin, ...pinyin },
  }
  const library = { ...all, sharedSha256: hashText(toSharedText(all)) }
  writeFileSync(path.join(app, 'out/library.json'), JSON.stringify(library))
  return app
}

/**
 * Puts an index of a larger library in place of that of an app. What is found in it goes by the names of the topics that the
 * app has: a text as long as that of 100,000 topics cannot be read as one (V8 ends at 536,870,888 characters).
 * @param held how many topics of a large library the app has
 */
export function putLargerIndex(app: string, userData: string, larger: Library, held: number): void {
  const paths = listPaths(app, userData)
  rmSync(paths.libraryDatabase, { force: true }) // one of the same library would stay, though its index is smaller
  const db = openLibraryDatabase(paths.libraryDatabase, larger, readLibrary(paths.library).hash)
  db.prepare("UPDATE entries SET topic = 'topic-' || (CAST(substr(topic, 7) AS INTEGER) % ?)").run(BigInt(held))
  db.close()
}

/** How many topics and causes the index has that an app has left behind. */
export function countEntries(userData: string): number {
  const db = new Database(path.join(userData, 'library.db'), { readonly: true })
  const count = Number(db.prepare('SELECT count(*) FROM entries').pluck().get())
  db.close()
  return count
}
