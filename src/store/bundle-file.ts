import { rename } from 'node:fs/promises'
import { bundleFileVersion, parseBundleFile, type Bundle, type BundleFile } from '../domain/bundle.ts'
import { tell } from '../domain/message.ts'
import { readGivenFile, writeGivenFile } from './given-file.ts'

/**
 * Reads a file of bundles that may be anything.
 * @throws AppError bad-input saying what it is instead, or why it cannot be read
 */
export function readBundleFile(path: string): Promise<Bundle[]> {
  return readGivenFile(path, parseBundleFile, tell('bundle-file-other'))
}

/** Writes a file of bundles. @param notes as `writeFileWhole` has them @throws AppError save-failed; nothing is left behind */
export async function writeBundleFile(path: string, bundles: readonly Bundle[], notes: string): Promise<void> {
  const file: BundleFile = { format: 'caresheet-bundles', version: bundleFileVersion, bundles: [...bundles] }
  await writeGivenFile(path, file, notes)
}

/** Puts a file that cannot be used beside the place where it was, so that it is not written over. */
export async function setAside(path: string): Promise<string> {
  const aside = `${path}.aside`
  await rename(path, aside)
  return aside
}
