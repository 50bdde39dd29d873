import { mkdirSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../src/domain/app-error.ts'
import { keepClinic } from '../../src/main/keep-clinic.ts'
import { printPdf } from '../../src/main/print-pdf.ts'
import type { PrintSystem } from '../../src/main/print-system.ts'
import { addHandout, listHandouts } from '../../src/store/handout-store.ts'
import { makeReserve } from '../../src/store/reserve.ts'
import { writeFileWhole } from '../../src/store/write-file-whole.ts'
import { makeHandout } from '../store/make-handout.ts'

// Fills this small disk to twenty levels, and on each gives sheets until nothing fits any more; tells what came of it.
const levels = 20
const stepSize = 24 * 1024
const pdf = new Uint8Array(150_000).fill(37)
const sayMessage = (error: unknown) => (error instanceof AppError ? error.message : `unforeseen: ${String(error)}`)
let printed = 0
const system: PrintSystem = {
  listPrinters: async () => [{ name: 'Desk', isDefault: true }],
  readOptions: async () => ({ sides: [], trays: [] }),
  send: async (file) => {
    printed = statSync(file).size
    return null
  },
  readJob: async () => null,
  cancel: async () => undefined,
}
const target = { printer: 'Desk', copies: 1, paper: 'A4', sides: null, tray: null } as const

async function fillTo(level: number) {
  const place = `level-${level}`
  mkdirSync(place)
  const [reserve, printReserve] = [makeReserve(place, 'records'), makeReserve(place, 'printing')]
  reserve.keep()
  printReserve.keep()
  const paths = { clinicDatabase: join(place, 'clinic.db'), backups: join(place, 'backups') }
  const kept = keepClinic({ paths, reserve, readTime: () => new Date() })
  kept.use((db) => addHandout(db, makeHandout(0)))
  const { bavail, bsize } = statfsSync('.')
  writeFileSync('filler', Buffer.alloc(Math.max(0, bavail * bsize - level * stepSize)))
  const acknowledged = [makeHandout(0).id]
  let said = ''
  for (let number = 1; number < 20_000 && said === ''; number += 1)
    try {
      kept.use((db) => addHandout(db, makeHandout(number, { overrideReason: 'x'.repeat(400) })))
      acknowledged.push(makeHandout(number).id)
    } catch (error) {
      said = sayMessage(error)
    }
  const saving = await writeFileWhole('a.pdf', pdf).then(() => 'saved', sayMessage)
  printed = 0
  const printing = await printPdf(pdf, target, { folder: join(place, 'printing'), system, reserve: printReserve }).then(
    () => printed,
    sayMessage,
  )
  const found = new Set<string>()
  let before: number | null = null
  do {
    const page = kept.use((db) => listHandouts(db, {}, before, 1000))
    for (const { id } of page.handouts) found.add(id)
    before = page.next
  } while (before !== null)
  const integrity = kept.open().pragma('integrity_check', { simple: true })
  const stumps = [...readdirSync('.'), ...readdirSync(join(place, 'printing'))].filter((name) =>
    /\.pdf$|part/u.test(name),
  )
  kept.close()
  rmSync(place, { recursive: true })
  rmSync('filler')
  rmSync('a.pdf', { force: true })
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((id) => !found.has(id)).length,
    said,
    isReserveUsed: reserve.isReleased(),
    saving,
    printing,
    stumps,
    integrity,
  }
}

const told = []
for (let level = 0; level < levels; level += 1) told.push(await fillTo(level))
process.stdout.write(JSON.stringify(told))
