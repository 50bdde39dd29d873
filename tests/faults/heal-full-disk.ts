import { mkdirSync, statfsSync, writeFileSync } from 'node:fs'
import { keepClinic } from '../../src/main/keep-clinic.ts'
import { addHandout, listHandouts } from '../../src/store/handout-store.ts'
import { makeReserve } from '../../src/store/reserve.ts'
import { readSettings, saveSettings } from '../../src/store/settings-store.ts'
import { makeHandout } from '../store/make-handout.ts'

// Damages clinic.db on this small disk and fills that to the brim: first before a start, then while it is open.
mkdirSync('data')
const now = new Date('2026-11-22T09:30:00.000Z')
const reserve = makeReserve('data', 'records')
const keep = () =>
  keepClinic({ paths: { clinicDatabase: 'data/clinic.db', backups: 'data/backups' }, reserve, readTime: () => now })

/** Fills the disk. @returns the bytes that are free then */
function fill(name: string): number {
  const measure = () => statfsSync('.').bavail * statfsSync('.').bsize
  writeFileSync(name, Buffer.alloc(measure()))
  return measure()
}

function describe(kept: ReturnType<typeof keep>, free: number) {
  const sheets = listHandouts(kept.open(), {}, null, 200).handouts.length
  return { free, sheets, isReserveUsed: reserve.isReleased(), healed: kept.listHealed().map(({ id }) => id) }
}

reserve.keep()
const before = keep()
for (let number = 0; number < 100; number += 1) addHandout(before.open(), makeHandout(number))
saveSettings(before.open(), { ...readSettings(before.open()), emergencyNumber: '112' }, now)
before.open().exec(`UPDATE settings SET value = '"113"' WHERE key = 'emergencyNumber'`)
before.close()
const freeAtStart = fill('filler')
const kept = keep()
const atStart = describe(kept, freeAtStart)
writeFileSync('filler', '')
reserve.keep()
kept.open().exec('UPDATE handouts SET pages = 9 WHERE row = 7')
const freeLater = fill('filler')
kept.heal()
const later = describe(kept, freeLater)
kept.close()
process.stdout.write(JSON.stringify([atStart, later]))
