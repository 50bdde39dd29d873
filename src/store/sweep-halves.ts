import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sideFiles } from './take-place.ts'

/** What a clinic.db is called while it is copied, restored, healed or put back. */
const halves = [
  'backing-up.db',
  'restoring.db',
  'restoring-again.db',
  'salvaging.db',
  'clinic-putting-back.db',
] as const

/**
 * Removes what kills left of a clinic.db that was being written: a whole log may stand in it. To be called once clinic.db is
 * open whole, so that nothing of it is needed any more, and before it is copied. A restore that runs beside it is refused while
 * clinic.db is open, with or without its file.
 * @param path clinic.db
 * @throws what the disk throws
 */
export function sweepHalves(path: string): void {
  for (const half of halves)
    for (const suffix of ['', ...sideFiles]) rmSync(join(dirname(path), half) + suffix, { force: true })
}
