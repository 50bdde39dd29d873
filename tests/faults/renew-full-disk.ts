import { mkdirSync, statfsSync, writeFileSync } from 'node:fs'
import { AppError } from '../../src/domain/app-error.ts'
import { RecordSettings } from '../../src/domain/record-settings.ts'
import { keepHistory } from '../../src/main/keep-history.ts'
import { makeReserve } from '../../src/store/reserve.ts'

// Fills this small disk to the brim and makes a new recovery code, with the reserve and then without; tells which code opens.
mkdirSync('data')
const reserve = makeReserve('data', 'records')
const events: string[] = []
const refuse = () => {
  throw new Error('Nothing is kept here, so nobody asks for this.')
}
const history = keepHistory({
  path: 'data/history.db',
  clinicDatabase: 'data/clinic.db',
  keystore: { refusal: () => null, wrap: (bytes) => bytes, unwrap: (bytes) => bytes },
  readTime: () => new Date('2026-11-22T09:30:00.000Z'),
  readSettings: () => RecordSettings.parse({}),
  openLibrary: refuse,
  describe: refuse,
  record: ({ kind }) => void events.push(kind),
  findLast: () => null,
  readAuditTrouble: () => null,
  reserve,
  onOpened: () => undefined,
  onLockedAway: () => undefined,
})

reserve.keep()
const codes = [(await history.switchOn({ by: 'keystore', pin: '2580' })).recoveryCode]

/** Fills the disk and asks for a new code. */
function renew(filler: string) {
  const measure = () => statfsSync('.').bavail * statfsSync('.').bsize
  writeFileSync(filler, Buffer.alloc(measure()))
  const free = measure()
  let said = ''
  try {
    codes.push(history.renewCode())
  } catch (error) {
    said = error instanceof AppError ? error.message : `unforeseen: ${String(error)}`
  }
  return { free, said, opens: codes.map(history.isCode), isReserveUsed: reserve.isReleased() }
}

const told = [renew('filler'), renew('filler-too')]
history.close()
process.stdout.write(JSON.stringify({ told, events }))
