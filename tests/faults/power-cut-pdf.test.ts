import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { useTempFolder } from '../store/temp-folder.ts'
import { makeRandom } from './damage.ts'
import { isWholePdf } from './make-pdf.ts'
import { canRecord, recordChild } from './record-child.ts'
import { Disk } from './replay-writes.ts'

const folder = useTempFolder()
const sheets = 6

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
