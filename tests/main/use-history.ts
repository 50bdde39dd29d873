import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, vi } from 'vitest'
import { readContent } from '../../src/content/read-content.ts'
import type { AuditEvent } from '../../src/domain/audit-event.ts'
import type { LoggedHandout } from '../../src/domain/handout-log.ts'
import type { Library } from '../../src/domain/library.ts'
import { AppError } from '../../src/domain/app-error.ts'
import { tell } from '../../src/domain/message.ts'
import { RecordSettings } from '../../src/domain/record-settings.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import type { HistoryLock } from '../../src/ipc/history.ts'
import { keepHistory } from '../../src/main/keep-history.ts'
import type { Keystore } from '../../src/main/keystore.ts'
import type { GivenSheet } from '../../src/main/keep-log.ts'
import { makeReserve } from '../../src/store/reserve.ts'
import { shipped } from '../content/plant.ts'
import { aHandout, makeHandout } from '../store/make-handout.ts'
import { useTempFolder } from '../store/temp-folder.ts'

export const library = readContent(shipped)
export const passphrase: HistoryLock = { by: 'passphrase', passphrase: 'four words are enough' }
export const pin: HistoryLock = { by: 'keystore', pin: '2580' }
export const pdf = new TextEncoder().encode('%PDF Patient Name')

/** A keystore that locks with a byte of its own, and can lose it. */
export function makeKeystore(): Keystore & { lose: () => void } {
  let isLost = false
  const turn = (bytes: Buffer) => Buffer.from(bytes.map((each) => each ^ 0x5a))
  return {
    refusal: () => null,
    wrap: turn,
    unwrap: (wrapped) => {
      if (isLost) throw new AppError('not-available', tell('keystore-lost'))
      return turn(wrapped)
    },
    lose: () => {
      isLost = true
    },
  }
}

export const sheet: GivenSheet = {
  id: aHandout.id,
  way: 'printed',
  copies: 1,
  madeOn: '2026-11-22',
  sheet: { pdf, pages: 2, sheetId: '7F3A-91C2' },
  selection: parseSelection({
    topic: 'raised-liver-enzymes',
    language: 'en',
    causes: [{ id: 'fatty-liver' }],
    patientName: 'Patient Name',
    retest: { kind: 'date', date: '2026-12-22' },
  }),
}

/** A folder for each test, and the history kept in it. Hooks belong to the file that asks: each test file calls this once. */
export function useHistory() {
  const folder = useTempFolder()
  const file = () => join(folder(), 'history.db')
  // a secret takes about a second to try, on a busy computer more
  vi.setConfig({ testTimeout: 60_000 })
  /** of all starts in this folder */
  const audit: AuditEvent[] = []
  beforeEach(() => void audit.splice(0))
  beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined))
  afterEach(() => vi.restoreAllMocks())

  function keep(
    change: Partial<{
      now: Date
      keystore: Keystore
      days: number
      library: Library
      handout: Partial<LoggedHandout>
    }> = {},
  ) {
    const clock = {
      now: change.now ?? new Date('2026-11-22T09:30:00.000Z'),
      days: change.days ?? 30,
      handout: change.handout ?? {},
    }
    const events: AuditEvent[] = []
    const locked: string[] = []
    const reserve = makeReserve(folder(), 'records')
    let given = 0
    const history = keepHistory({
      path: file(),
      clinicDatabase: join(folder(), 'clinic.db'),
      keystore: change.keystore ?? makeKeystore(),
      readTime: () => clock.now,
      readSettings: () => RecordSettings.parse({ historyDays: clock.days }),
      openLibrary: () => change.library ?? library,
      describe: () => {
        given += 1
        return { ...makeHandout(given), givenAt: clock.now.toISOString(), ...clock.handout }
      },
      record: (event) => void (events.push(event), audit.push(event)),
      findLast: (kinds) => audit.findLast(({ kind }) => kinds.includes(kind)) ?? null,
      readAuditTrouble: () => null,
      reserve,
      onOpened: () => undefined,
      onLockedAway: () => void locked.push('locked'),
    })
    const list = () => history.list({ words: '' }, null, 100).records
    return { history, clock, events, locked, list, reserve }
  }

  /** As when clinic.db is lost: nothing tells any more that there was a history. */
  const forgetAudit = () => {
    audit.splice(0)
    rmSync(join(folder(), 'copies.json'), { force: true })
  }

  return { folder, file, keep, forgetAudit }
}
