import { readAudit } from '../../src/store/audit-log.ts'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { readSettings } from '../../src/store/settings-store.ts'
import { checkRecords } from '../../src/store/check-records.ts'
import { listMissingContents } from '../../src/store/content-store.ts'

/** What a file has to show for what the process that wrote it said was done. */
export type Verdict = {
  /** acknowledged and not there, or without what it was made from */
  readonly lost: number
  /** removed and there again, where anything was removed */
  readonly back?: number
  /** whether pages, rows and the audit are as they were written */
  readonly isWhole: boolean
}

type Row = { readonly id: string; readonly teach_back: string | null }

/** Opens a clinic.db as the app does, and compares it with what was acknowledged, line by line. */
export function readAcknowledged(path: string, lines: readonly string[]): Verdict {
  const db = openClinicDatabase(path)
  try {
    const rows = db.prepare<[], Row>('SELECT id, teach_back FROM handouts').all()
    const given = new Map(rows.map(({ id, teach_back: outcome }) => [id, outcome]))
    const phone = lines.findLast((line) => line.startsWith('phone '))
    const said = Number(phone?.split(' ')[2] ?? -1)
    const kept = Number(readSettings(db).phone.split(' ')[1] ?? -1)
    const lost = lines.filter((line) => {
      const [what, id = ''] = line.split(' ')
      if (what === 'sheet') return !given.has(id)
      if (what === 'teach-back') return given.get(id) !== 'understood'
      return false
    })
    const isWhole = checkRecords(db).damaged === 0 && readAudit(db).brokenAt === null
    return { lost: lost.length + listMissingContents(db).length + (kept < said ? 1 : 0), isWhole }
  } finally {
    db.close()
  }
}
