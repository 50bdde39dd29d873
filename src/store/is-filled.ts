import { statSync } from 'node:fs'

/**
 * Whether a file is there and holds anything: SQLite takes an empty one for new, and throws its journal away. One that may
 * not be looked at counts as filled, for opening it says why.
 */
export function isFilled(path: string): boolean {
  try {
    return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0
  } catch {
    return true
  }
}
