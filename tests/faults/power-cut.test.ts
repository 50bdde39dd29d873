import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeRecoveryCode } from '../../src/store/history/derive-key.ts'
import { useTempFolder } from '../store/temp-folder.ts'
import { countFaults } from './count.ts'
import { makeRandom } from './damage.ts'
import { readAcknowledged, type Verdict } from './read-acknowledged.ts'
import { readKept } from './read-kept.ts'
import { canRecord, recordChild } from './record-child.ts'
import { Disk, type Deed } from './replay-writes.ts'

const folder = useTempFolder()
const sheets = 250
const steps = 150
const cuts = countFaults(30, 300)

type Recorded = { readonly deeds: readonly Deed[]; readonly read: Reader }
/** Compares what is in a folder with what was acknowledged. */
type Reader = (place: string, acknowledged: readonly string[]) => Verdict

/** Lets a process write into files, and writes down all it does to them. @param synchronous as SQLite numbers it; absent: as the app has it */
async function record(name: string, file: string, given: readonly string[], synchronous?: string): Promise<Deed[]> {
  const place = join(folder(), 'recorded')
  mkdirSync(place)
  const all = [join(place, file), ...given, join(place, 'acks')]
  return recordChild(folder(), place, name, synchronous === undefined ? all : [...all, synchronous])
}

async function recordSheets(synchronous?: string): Promise<Recorded> {
  return {
    deeds: await record('give-sheets.ts', 'clinic.db', ['0', String(sheets)], synchronous),
    read: (place, acknowledged) => readAcknowledged(join(place, 'clinic.db'), acknowledged),
  }
}

/** A history that is begun, added to, noted in, removed from and purged. */
async function recordHistory(synchronous?: string): Promise<Recorded> {
  const code = makeRecoveryCode()
  return {
    deeds: await record('keep-records.ts', 'history.db', [code, '0', String(steps)], synchronous),
    read: (place, acknowledged) => readKept(join(place, 'history.db'), code, 0, acknowledged),
  }
}

type Outcome = { images: number; losing: number; mostLost: number; back: number; damaged: number }

const isAcknowledgement = ({ kind, name }: Deed) => kind === 'append' && name === 'acks'

/** When the power is cut: all along, and every second time just after something was acknowledged, when most can be lost. */
function listMoments(deeds: readonly Deed[]): number[] {
  return Array.from({ length: cuts }, (_, index) => {
    const at = Math.floor(((index + 1) * deeds.length) / (cuts + 1))
    return index % 2 === 0 ? at : deeds.findLastIndex((deed, each) => each < at && isAcknowledgement(deed)) + 1
  })
}

/** Each cut leaves two images: nothing that was not synced, and a random half of it. */
function cutEverywhere({ deeds, read }: Recorded): Outcome {
  const moments = listMoments(deeds)
  const random = makeRandom(3)
  const disk = new Disk()
  const acknowledged: string[] = []
  const outcome: Outcome = { images: 0, losing: 0, mostLost: 0, back: 0, damaged: 0 }
  for (const [index, deed] of deeds.entries()) {
    for (const _ of moments.filter((moment) => moment === index))
      for (const survives of [() => false, () => random(2) === 0])
        judge(disk.cutPower(survives), (place) => read(place, acknowledged), outcome)
    if (deed.kind === 'append' && deed.name === 'acks') acknowledged.push(...deed.bytes.toString().trim().split('\n'))
    else disk.do(deed)
  }
  return outcome
}

function judge(image: ReadonlyMap<string, Buffer>, read: (place: string) => Verdict, outcome: Outcome): void {
  const place = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'caresheet-test-'))
  try {
    for (const [name, content] of image) writeFileSync(join(place, name), content)
    outcome.images += 1
    const { lost, back = 0, isWhole } = read(place)
    if (lost > 0) outcome.losing += 1
    if (back > 0) outcome.back += 1
    if (!isWhole) outcome.damaged += 1
    outcome.mostLost = Math.max(outcome.mostLost, lost)
  } catch {
    outcome.damaged += 1
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

const recordings = { 'clinic.db': recordSheets, 'history.db': recordHistory } as const
const files = ['clinic.db', 'history.db'] as const

test.skipIf(!canRecord).each(files)(
  'R3: whenever the power is cut, nothing acknowledged is lost from %s, nothing removed is back and nothing is damaged',
  async (file) => {
    const recorded = await recordings[file]()
    const told = recorded.deeds.filter(isAcknowledgement)
    expect(told.length).toBeGreaterThan(file === 'clinic.db' ? sheets : steps)
    expect(cutEverywhere(recorded)).toEqual({ images: 2 * cuts, losing: 0, mostLost: 0, back: 0, damaged: 0 })
  },
  1_200_000,
)

test.skipIf(!canRecord).each(files)(
  'R3: the same power cuts do lose what was written into %s where SQLite does not sync each of it',
  async (file) => {
    const { images, losing, mostLost, back } = cutEverywhere(await recordings[file]('1'))
    expect(images).toBe(2 * cuts)
    expect(losing).toBeGreaterThan(cuts / 2)
    expect(mostLost).toBeGreaterThan(1)
    expect(back > 0).toBe(file === 'history.db')
  },
  1_200_000,
)
