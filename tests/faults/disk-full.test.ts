import { expect, test } from 'vitest'
import { runOnSmallDisk } from './small-disk.ts'

const canHaveSmallDisk = runOnSmallDisk(null, 64) !== undefined

type Told = {
  readonly acknowledged: number
  readonly lost: number
  readonly said: string
  readonly isReserveUsed: boolean
  readonly saving: string
  readonly printing: number | string
  readonly stumps: readonly string[]
  readonly integrity: string
}

test.skipIf(!canHaveSmallDisk)(
  'R4: on a disk that fills up, whatever was left, nothing is lost and sheets still print',
  () => {
    const levels = JSON.parse(runOnSmallDisk('fill-disk.ts', 4096) ?? '') as Told[]
    expect(levels).toHaveLength(20)
    for (const level of levels) {
      expect(level).toMatchObject({ lost: 0, integrity: 'ok', isReserveUsed: true, printing: 150_000 })
      expect(level.said).toBe(
        'The sheet was not written into the list of sheets given. The disk is full. Please free some space, then try again.',
      )
      expect(level.stumps).toEqual(level.saving === 'saved' ? ['a.pdf'] : [])
      if (level.saving !== 'saved') expect(level.saving).toMatch(/^The file was not saved\. The disk is full\./u)
      expect(level.acknowledged).toBeGreaterThan(40) // the reserve alone takes that many
    }
    expect(levels.some(({ saving }) => saving !== 'saved')).toBe(true)
  },
)

test.skipIf(!canHaveSmallDisk)(
  'R4: on a full disk a damaged clinic.db is opened and healed in the space of the reserve',
  () => {
    const told: unknown = JSON.parse(runOnSmallDisk('heal-full-disk.ts', 4096) ?? '')
    expect(told).toEqual([
      { free: 0, sheets: 100, isReserveUsed: true, healed: ['records-healed'] },
      { free: 0, sheets: 99, isReserveUsed: true, healed: ['records-healed', 'records-healed'] },
    ])
  },
)

test.skipIf(!canHaveSmallDisk)(
  'R4: on a full disk a new recovery code is made in the space of the reserve, and without that the one before still opens',
  () => {
    const told: unknown = JSON.parse(runOnSmallDisk('renew-full-disk.ts', 4096) ?? '')
    expect(told).toEqual({
      told: [
        { free: 0, said: '', opens: [false, true], isReserveUsed: true },
        {
          free: 0,
          said: expect.stringMatching(
            /^No new recovery code was made; the one before still unlocks.* The disk is full\./u,
          ),
          opens: [false, true],
          isReserveUsed: true,
        },
      ],
      events: ['history-begun', 'history-code-renewed'],
    })
  },
)
