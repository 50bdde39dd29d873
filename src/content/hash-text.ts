import { createHash } from 'node:crypto'

/** Hex SHA-256 of a text, as the domain asks for it. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
