import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { clinicSchema, openClinicDatabase } from '../../src/store/clinic-database.ts'
import { findNewest, readVersion } from '../../src/store/migrate.ts'
import { readSettings } from '../../src/store/settings-store.ts'
import { restoreFixture } from '../store/released-schemas.ts'
import { useTempFolder } from '../store/temp-folder.ts'
import { countFaults } from './count.ts'
import { killAfter, startChild, waitForLine } from './start-child.ts'

const folder = useTempFolder()
const rowsToUpdate = 20_000

test('R5: an update that is killed leaves the old schema or the new one, and goes on at the next start', async () => {
  const [old, file] = [join(folder(), 'old.db'), join(folder(), 'clinic.db')]
  restoreFixture(old, 10)
  const filler = new Database(old)
  filler.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rowsToUpdate})
    INSERT INTO settings SELECT 'k' || i, '"' || hex(randomblob(40)) || '"' FROM n`)
  filler.close()
  const reached = new Map<number, number>()
  const kills = countFaults(6, 101) // the first is not killed, and shows how long it takes
  let longest = 0
  for (let kill = 0; kill < kills; kill += 1) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true })
    rmSync(join(folder(), 'backups'), { recursive: true, force: true })
    copyFileSync(old, file)
    const child = startChild('open-clinic.ts', [file])
    if (kill === 0) {
      await waitForLine(child)
      const start = performance.now()
      await child.ended // the first one shows how long it takes
      longest = performance.now() - start
    } else await killAfter(child, (longest * (kill - 1)) / kills)
    const seen = new Database(file)
    const version = readVersion(seen)
    expect(seen.pragma('quick_check', { simple: true })).toBe('ok')
    seen.close()
    reached.set(version, (reached.get(version) ?? 0) + 1)
    const db = openClinicDatabase(file)
    expect(readVersion(db)).toBe(findNewest(clinicSchema))
    expect(readSettings(db)).toMatchObject({ name: 'A clinic', emergencyNumber: '112' })
    expect(db.prepare('SELECT count(*) FROM settings').pluck().get()).toBe(rowsToUpdate + 2)
    db.close()
  }
  expect([...reached.keys()].toSorted((a, b) => a - b)).toEqual([10, findNewest(clinicSchema)])
}, 1_200_000)
