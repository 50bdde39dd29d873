import type { Db } from '../open-database.ts'

type Tries = { readonly failures: number; readonly last_try: string }

/** So many wrong secrets are free; each further one doubles the wait. */
const free = 5
const [firstWait, longestWait] = [60_000, 60 * 60_000]

/**
 * When the next secret may be tried; null when now. A clock that was set back makes nobody wait less, and longer than the
 * longest wait only until it is right again.
 */
export function findNextTry(db: Db, now: Date): Date | null {
  const { failures, last_try: last } = readTries(db)
  if (failures < free) return null
  const wait = Math.min(longestWait, firstWait * 2 ** (failures - free))
  const next = new Date(Date.parse(last) + wait)
  return next > now ? next : null
}

function readTries(db: Db): Tries {
  return db.prepare<[], Tries>('SELECT failures, last_try FROM lock').get() ?? { failures: 0, last_try: '' }
}

/** Counts a try, before it is known whether it was right: so that ending the app in time gains nothing. */
export function countTry(db: Db, now: Date): void {
  db.prepare('UPDATE lock SET failures = failures + 1, last_try = ?').run(now.toISOString())
}

/** The secret was right. */
export function forgetTries(db: Db): void {
  db.prepare(`UPDATE lock SET failures = 0, last_try = ''`).run()
}
