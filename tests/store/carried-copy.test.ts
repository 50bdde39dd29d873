import fs, { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { backUp } from '../../src/store/back-up.ts'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { checkBackup } from '../../src/store/restore-backup.ts'
import { useTempFolder } from './temp-folder.ts'

const folder = useTempFolder()

afterEach(() => {
  vi.restoreAllMocks()
  syncBuiltinESMExports()
})

/** From now on the disk keeps one bit of what is copied otherwise. */
function breakStick(): void {
  const { copyFileSync } = fs
  vi.spyOn(fs, 'copyFileSync').mockImplementation((from, to) => {
    copyFileSync(from, to)
    const bytes = readFileSync(to)
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
    writeFileSync(to, bytes)
  })
  syncBuiltinESMExports()
}

test('R7: a copy that a stick gives back otherwise than it was made takes no name, and no older one goes', async () => {
  const file = join(folder(), 'clinic.db')
  const place = join(folder(), 'stick')
  mkdirSync(place)
  openClinicDatabase(file).close()
  for (const day of ['2026-11-20', '2026-11-21', '2026-11-22']) await backUp(file, place, day)
  const before = readdirSync(place)
  breakStick()
  await expect(backUp(file, place, '2026-11-23')).rejects.toMatchObject({ told: { id: 'backup-differs' } })
  expect(readdirSync(place)).toEqual(before)
  for (const copy of before) expect(checkBackup(join(place, copy))).toBe(0)
})
