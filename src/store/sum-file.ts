import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'

const bytesAtOnce = 1024 * 1024

/** The hex SHA-256 of a file, read piece by piece: all of it at once would take its size in memory. @throws what the disk throws */
export function sumFile(path: string): string {
  const [hash, piece, file] = [createHash('sha256'), Buffer.alloc(bytesAtOnce), openSync(path, 'r')]
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) hash.update(piece.subarray(0, read))
    return hash.digest('hex')
  } finally {
    closeSync(file)
  }
}
