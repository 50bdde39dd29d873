import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { useTempFolder } from '../store/temp-folder.ts'
import { countFaults } from './count.ts'
import { makeRandom } from './damage.ts'
import { readAcknowledged } from './read-acknowledged.ts'
import { canRecord, recordChild } from './record-child.ts'
import { Disk, type Deed } from './replay-writes.ts'

const folder = useTempFolder()
const sheets = 250
const cuts = countFaults(30, 300)

/** Lets a process give sheets and writes down all it does to its files. @param synchronous as SQLite numbers it; absent: as the app has it */
async function recordSheets(synchronous?: string): Promise<Deed[]> {
  const place = join(folder(), 'recorded')
  mkdirSync(place)
  const given = [join(place, 'clinic.db'), '0', String(sheets), join(place, 'acks')]
  return recordChild(folder(), place, 'give-sheets.ts', synchronous === undefined ? given : [...given, synchronous])
}

type Outcome = { images: number; losing: number; mostLost: number; damaged: number }

/** Cuts the power at many moments; each leaves two images: nothing that was not synced, and a random half of it. */
function cutEverywhere(deeds: readonly Deed[]): Outcome {
  const moments = new Set(
    Array.from({ length: cuts }, (_, index) => Math.floor(((index + 1) * deeds.length) / (cuts + 1))),
  )
  const random = makeRandom(3)
  const disk = new Disk()
  const acknowledged: string[] = []
  const outcome: Outcome = { images: 0, losing: 0, mostLost: 0, damaged: 0 }
  for (const [index, deed] of deeds.entries()) {
    if (moments.has(index))
      for (const survives of [() => false, () => random(2) === 0]) judge(disk.cutPower(survives), acknowledged, outcome)
    if (deed.kind === 'append' && deed.name === 'acks') acknowledged.push(...deed.bytes.toString().trim().split('\n'))
    else disk.do(deed)
  }
  return outcome
}

function judge(image: ReadonlyMap<string, Buffer>, acknowledged: readonly string[], outcome: Outcome): void {
  const place = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'caresheet-test-'))
  try {
    for (const [name, content] of image) writeFileSync(join(place, name), content)
    outcome.images += 1
    const { lost, isWhole } = readAcknowledged(join(place, 'clinic.db'), acknowledged)
    if (lost > 0) outcome.losing += 1
    if (!isWhole) outcome.damaged += 1
    outcome.mostLost = Math.max(outcome.mostLost, lost)
  } catch {
    outcome.damaged += 1
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

test.skipIf(!canRecord)(
  'R3: whenever the power is cut, nothing acknowledged is lost and nothing is damaged',
  async () => {
    const deeds = await recordSheets()
    expect(deeds.filter(({ kind, name }) => kind === 'append' && name === 'acks').length).toBeGreaterThan(sheets)
    expect(cutEverywhere(deeds)).toEqual({ images: 2 * cuts, losing: 0, mostLost: 0, damaged: 0 })
  },
  1_200_000,
)

test.skipIf(!canRecord)(
  'R3: the same power cuts do lose sheets where SQLite does not sync each of them',
  async () => {
    const { images, losing, mostLost } = cutEverywhere(await recordSheets('1'))
    expect(images).toBe(2 * cuts)
    expect(losing).toBeGreaterThan(cuts / 2)
    expect(mostLost).toBeGreaterThan(1)
  },
  1_200_000,
)
