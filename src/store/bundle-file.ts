import { readFile, rename, stat } from 'node:fs/promises'
import { AppError } from '../domain/app-error.ts'
import { bundleFileVersion, parseBundleFile, type Bundle, type BundleFile } from '../domain/bundle.ts'
import { tell, type Message } from '../domain/message.ts'
import { nameFault, readErrorCode } from './storage-error.ts'
import { writeFileWhole } from './write-file-whole.ts'

/** No list of 200 bundles comes near it. */
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
 * Reads a file of bundles that may be anything.
 * @throws AppError bad-input saying what it is instead, or why it cannot be read
 */
export async function readBundleFile(path: string): Promise<Bundle[]> {
  try {
    const about = await stat(path) // a pipe or a device is never opened
    if (!about.isFile() || about.size > mostBytes) throw refuse(tell('bundle-file-other'))
    return parseBundleFile(parseJson(await readFile(path, 'utf8')))
  } catch (error) {
    if (error instanceof AppError) throw error
    throw refuse(tell('bundle-file-unreadable', { fault: nameFault(readErrorCode(error)) }))
  }
}

/** Writes a file of bundles. @throws AppError save-failed; nothing is left behind */
export async function writeBundleFile(path: string, bundles: readonly Bundle[]): Promise<void> {
  const file: BundleFile = { format: 'caresheet-bundles', version: bundleFileVersion, bundles: [...bundles] }
  await writeFileWhole(path, new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`))
}

/** Puts a file that cannot be used beside the place where it was, so that it is not written over. */
export async function setAside(path: string): Promise<string> {
  const aside = `${path}.aside`
  await rename(path, aside)
  return aside
}
