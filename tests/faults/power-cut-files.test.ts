import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseBundleFile } from '../../src/domain/bundle.ts'
import { useTempFolder } from '../store/temp-folder.ts'
import { makeRandom } from './damage.ts'
import { listLegal } from './list-bundles.ts'
import { isWholePdf } from './make-pdf.ts'
import { canRecord, recordChild } from './record-child.ts'
import { Disk } from './replay-writes.ts'

const folder = useTempFolder()
const sheets = 6
const rounds = 3

test.skipIf(!canRecord)(
  'R9: whenever the power is cut, a PDF that was said to be saved is on the disk, and what has its name is whole',
  async () => {
    const place = join(folder(), 'chosen')
    mkdirSync(place)
    const given = [join(place, 'sheet.pdf'), join(folder(), 'notes'), String(sheets), join(place, 'acks')]
    const deeds = await recordChild(folder(), place, 'write-pdfs.ts', given)
    const random = makeRandom(5)
    const disk = new Disk()
    let [saved, images] = [0, 0]
    for (const deed of deeds) {
      for (const survives of [() => false, () => random(2) === 0]) {
        const pdf = disk.cutPower(survives).get('sheet.pdf')
        expect(pdf === undefined ? saved === 0 : isWholePdf(pdf)).toBe(true)
        const newest = Number(/^%PDF (\d+)/u.exec(pdf?.toString('latin1', 0, 20) ?? '')?.[1] ?? -1)
        expect(newest).toBeGreaterThanOrEqual(saved - 1)
        images += 1
      }
      if (deed.kind === 'append' && deed.name === 'acks') saved += 1
      else disk.do(deed)
    }
    expect(saved).toBe(sheets)
    expect(images).toBeGreaterThan(sheets * 8)
  },
  120_000,
)

test.skipIf(!canRecord)(
  'R2, R3: killed, or cut off from power, at each write, sync and rename, bundles that are saved or imported are the old ones or the new ones',
  async () => {
    const place = join(folder(), 'kept')
    mkdirSync(place)
    const given = [place, join(folder(), 'notes'), '0', String(rounds), join(place, 'acks')]
    const deeds = await recordChild(folder(), place, 'take-bundles.ts', given)
    const random = makeRandom(7)
    const disk = new Disk()
    let told = 0
    for (const deed of deeds) {
      const legal = listLegal(0, told)
      for (const survives of [() => true, () => false, () => random(2) === 0]) {
        const file = disk.cutPower(survives).get('bundles.json')
        expect(legal).toContainEqual(file === undefined ? null : parseBundleFile(JSON.parse(file.toString())))
      }
      if (deed.kind === 'append' && deed.name === 'acks') told += 1
      else disk.do(deed)
    }
    expect(told).toBe(2 * rounds)
    expect(deeds.length).toBeGreaterThan(2 * rounds * 4)
  },
  120_000,
)
