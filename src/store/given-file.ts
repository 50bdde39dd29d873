import { readFile, stat } from 'node:fs/promises'
import { AppError } from '../domain/app-error.ts'
import { tell, type Message } from '../domain/message.ts'
import { nameFault, readErrorCode } from './storage-error.ts'
import { writeFileWhole } from './write-file-whole.ts'

/** No list that a clinic keeps comes near it. */
const mostBytes = 4 * 1024 * 1024

const refuse = (why: Message) => new AppError('bad-input', why)

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Reads a JSON file that one clinic gave to another, and that may be anything.
 * @param parse what it holds; throws AppError bad-input for what it must not
 * @param other says that it is something else
 * @throws AppError bad-input saying what it is instead, or why it cannot be read
 */
export async function readGivenFile<T>(path: string, parse: (value: unknown) => T, other: Message): Promise<T> {
  try {
    const about = await stat(path) // a pipe or a device is never opened
    if (!about.isFile() || about.size > mostBytes) throw refuse(other)
    return parse(parseJson(await readFile(path, 'utf8')))
  } catch (error) {
    if (error instanceof AppError) throw error
    throw refuse(tell('bundle-file-unreadable', { fault: nameFault(readErrorCode(error)) }))
  }
}

/** Writes such a file. @param notes as `writeFileWhole` has them @throws AppError save-failed; nothing is left behind */
export async function writeGivenFile(path: string, file: object, notes: string): Promise<void> {
  await writeFileWhole(path, new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`), notes)
}
