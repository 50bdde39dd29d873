import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { projectFolder } from '../project-folder.ts'

const fixtures = path.join(projectFolder, 'tests/fixtures')

/** The file of a schema as it was kept when it was released, of the version before the newest. */
function findPrevious(name: string): string {
  const versions = readdirSync(fixtures)
    .flatMap((file) => new RegExp(`^${name}-(\\d+)\\.sql$`, 'u').exec(file)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b)
  return path.join(fixtures, `${name}-${versions.at(-2)}.sql`)
}

/** What those files have in them, by `tests/store/released-schemas.ts`. */
export const previousData = {
  settings: { name: 'A clinic', emergencyNumber: '112' },
  handout: '0c6f2f0e-6f0a-4c6e-9a55-000000000000',
  history: { state: 'locked' }, // its one record is purged once it is older than a month
}

/** Puts into a folder the data that a CareSheet of the version before left, and nothing else. */
export function layPreviousData(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of ['clinic', 'history']) {
    const db = new Database(path.join(folder, `${name}.db`))
    db.pragma('journal_mode = wal')
    db.pragma('foreign_keys = OFF')
    db.exec(readFileSync(findPrevious(name), 'utf8'))
    db.close()
  }
}
