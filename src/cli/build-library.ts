// Writes the content as one library file for the app: build-library <out.json> [content folder].
import { randomUUID } from 'node:crypto'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { AppError } from '../domain/app-error.ts'
import { readContent } from '../content/read-content.ts'
import { addPinyin } from '../content/spell-pinyin.ts'

/** Readable by every account, unlike a patient's sheet: whoever installs the app may not be who runs it. */
function replaceFile(path: string, text: string): void {
  const part = join(dirname(path), `.library-${randomUUID()}.part`)
  try {
    writeFileSync(part, text, { flush: true, flag: 'wx' })
    renameSync(part, path)
  } finally {
    rmSync(part, { force: true })
  }
}

const [out, folder = resolve(import.meta.dirname, '../../content')] = process.argv.slice(2)
try {
  if (out === undefined) throw new AppError('bad-input', 'Say where to write the library: build-library <out.json>.')
  const library = readContent(folder)
  mkdirSync(dirname(resolve(out)), { recursive: true })
  replaceFile(resolve(out), `${JSON.stringify(addPinyin(library))}\n`)
} catch (error) {
  if (!(error instanceof AppError)) throw error
  for (const { message } of error.problems) console.error(message)
  process.exitCode = 1
}
