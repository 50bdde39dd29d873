import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '../domain/app-error.ts'
import { tell } from '../domain/message.ts'

/** Beside the fonts: the SHA-256 of each of their files, a line each, as `sha256sum` writes and checks them. */
export const sumsFile = 'SHA256SUMS'

function readBytes(folder: string, name: string): Buffer {
  try {
    return readFileSync(path.join(folder, name))
  } catch (error) {
    throw explainUnreadable(name, error)
  }
}

/** What is told of a font that cannot be used. */
export function explainUnreadable(font: string, error: unknown): AppError {
  const why = error instanceof Error ? error.message : String(error)
  return new AppError('printing-failed', tell('font-unreadable', { font, why }))
}

/**
 * Reads one file of the fonts and checks it against what the build wrote: letters that a damaged disk took out of a font
 * would be missing on paper, unseen.
 * @throws AppError printing-failed when it is missing or is not as it was built
 */
export function readFontFile(folder: string, name: string): Buffer {
  const bytes = readBytes(folder, name)
  const sum = createHash('sha256').update(bytes).digest('hex')
  if (!readBytes(folder, sumsFile).toString('utf8').split('\n').includes(`${sum}  ${name}`))
    throw new AppError('printing-failed', tell('font-damaged', { font: name }))
  return bytes
}
