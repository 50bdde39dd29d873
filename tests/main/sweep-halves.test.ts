import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { addHandout, listHandouts } from '../../src/store/handout-store.ts'
import { makeHandout } from '../store/make-handout.ts'
import { useClinic } from '../store/use-clinic.ts'

const { folder, file, keep, use } = useClinic()
const halves = ['backing-up.db', 'clinic-putting-back.db', 'restoring-again.db', 'restoring.db', 'salvaging.db']
const listHalves = () =>
  readdirSync(folder()).filter((name) => /^(?:backing|clinic-putting|restoring|salvaging)/u.test(name))

function leaveHalves(): void {
  for (const half of halves) {
    copyFileSync(file(), join(folder(), half))
    writeFileSync(join(folder(), `${half}-wal`), 'a reason')
  }
}

test('what a kill left of a log that was copied, restored, healed or put back is gone once clinic.db is open', () => {
  use((db) => addHandout(db, makeHandout(1)))
  leaveHalves()
  keep().close()
  expect(listHalves()).toEqual([])
})

test('what cannot be removed of that keeps nothing closed', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  use((db) => addHandout(db, makeHandout(1)))
  mkdirSync(join(folder(), 'clinic-putting-back.db'))
  const kept = keep()
  expect(kept.use((db) => listHandouts(db, {}, null, 9).handouts)).toHaveLength(1)
  kept.close()
  vi.restoreAllMocks()
})

test('while clinic.db cannot be opened it stays, for all may stand in it alone', () => {
  use((db) => addHandout(db, makeHandout(1)))
  leaveHalves()
  use((db) => db.pragma('user_version = 9999'))
  leaveHalves()
  const kept = keep()
  expect(() => kept.open()).toThrow(/newer CareSheet/u)
  kept.close()
  expect(listHalves()).toEqual(halves.flatMap((half) => [half, `${half}-wal`]))
})

test('what is being copied while CareSheet opens clinic.db once more stays', () => {
  const kept = keep()
  leaveHalves()
  kept.heal()
  expect(listHalves()).toContain('backing-up.db')
  expect(kept.use((db) => listHandouts(db, {}, null, 9).handouts)).toEqual([])
  kept.close()
})
