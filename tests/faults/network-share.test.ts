import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { backUp, listBackups } from '../../src/store/back-up.ts'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { addHandout, listHandouts } from '../../src/store/handout-store.ts'
import { restoreBackup } from '../../src/store/restore-backup.ts'
import { writeFileWhole } from '../../src/store/write-file-whole.ts'
import { canShare, mountShare, type Share } from '../own-share.ts'
import { makeHandout } from '../store/make-handout.ts'
import { useTempFolder } from '../store/temp-folder.ts'

const folder = useTempFolder()
let mounted: Share | null = null
const mount = (kind: 'cached' | 'strict') => (mounted = mountShare(folder(), kind))
afterEach(() => {
  mounted?.unmount()
  mounted = null
})

const now = new Date('2026-11-22T09:30:00.000Z')

test.skipIf(!canShare)('R10: on a network share that maps files the records are kept, after the next start too', () => {
  const { share, server } = mount('cached')
  const path = join(share, 'clinic.db')
  const db = openClinicDatabase(path)
  addHandout(db, makeHandout(1))
  db.close()
  const again = openClinicDatabase(path)
  expect(listHandouts(again, {}, null, 9).handouts).toEqual([makeHandout(1)])
  again.close()
  expect(readdirSync(server)).toContain('clinic.db')
})

test.skipIf(!canShare)('R10: one that does not is refused in words, and what lies there is not overwritten', () => {
  const { share, server } = mount('strict')
  const own = join(folder(), 'clinic.db')
  const db = openClinicDatabase(own)
  addHandout(db, makeHandout(1))
  db.close()
  const bytes = readFileSync(own)
  writeFileSync(join(server, 'clinic.db'), bytes)
  expect(() => openClinicDatabase(join(share, 'clinic.db'))).toThrow(
    'The file clinic.db could not be opened. Its folder lies where it cannot be kept safe, such as a network share. Please let CareSheet keep its data on a disk of this computer, then try again.',
  )
  expect(readFileSync(join(server, 'clinic.db')).equals(bytes)).toBe(true)
})

test.skipIf(!canShare).each(['cached', 'strict'] as const)(
  'R7, R10: copies go to a network share (%s) and come back, and sheets are saved there whole',
  async (kind) => {
    const { share, server } = mount(kind)
    const own = join(folder(), 'clinic.db')
    const db = openClinicDatabase(own)
    addHandout(db, makeHandout(1))
    const { file: copy } = await backUp(own, share, '2026-11-22')
    addHandout(db, makeHandout(2))
    db.close()
    expect(listBackups(own, share, '2026-11-22')).toMatchObject([{ file: copy, from: 'here' }])
    expect(restoreBackup(join(share, copy), own, now)).toBe(1)
    const pdf = new TextEncoder().encode('%PDF a sheet')
    await writeFileWhole(join(share, 'sheet.pdf'), pdf)
    expect(readFileSync(join(server, 'sheet.pdf'))).toEqual(Buffer.from(pdf))
    expect(readdirSync(server).toSorted()).toEqual([copy, 'sheet.pdf'])
  },
)
