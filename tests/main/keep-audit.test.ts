import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { writeEnglish } from '../../src/domain/message.ts'
import { listPaths } from '../../src/main/paths.ts'
import { useTempFolder } from '../store/temp-folder.ts'
import { startServices } from './start-services.ts'
import { sheet } from './use-history.ts'

const folder = useTempFolder()
vi.setConfig({ testTimeout: 60_000 })
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined))
afterEach(() => vi.restoreAllMocks())

/** A history with one sheet, unlocked, where all is saved to a file. */
async function open() {
  const secret = 'four words are enough'
  const [zip, csv] = [join(folder(), 'patient.zip'), join(folder(), 'tests.csv')]
  const opened = startServices(folder(), { forPatient: async () => zip, forFollowUps: async () => csv })
  const { history } = opened.services
  await history.switchOn({ by: 'passphrase', passphrase: secret })
  history.add(sheet)
  const notices = () => history.readStatus().notices.map(writeEnglish)
  expect(notices()).toEqual([])
  return { ...opened, history, notices, zip, csv }
}

function spoilAudit(): void {
  const db = new Database(listPaths(folder(), folder()).clinicDatabase)
  db.exec('DROP TABLE audit')
  db.close()
}

test.each(['one patient', 'the tests', 'removed'] as const)(
  'D10: what leaves or goes (%s) while nothing can be written into the list of what was done leaves and goes, and it is told that it is not written down',
  async (what) => {
    const { services, history, notices, zip, csv, close } = await open()
    spoilAudit()
    const ids = history.list({ words: '' }, null, 9).records.map(({ handout }) => handout.id)
    if (what === 'one patient') await services.exportPatient(ids, 'four words are enough')
    if (what === 'the tests') await services.exportFollowUps('four words are enough')
    if (what === 'removed') history.removePatient(ids)
    expect(notices()).toEqual([expect.stringMatching(/\. So what was done with the names is not written down/u)])
    expect([existsSync(zip), existsSync(csv), history.readStatus().records]).toEqual(
      { 'one patient': [true, false, 1], 'the tests': [false, true, 1], removed: [false, false, 0] }[what],
    )
    close()
  },
)

test('D10: where all can be written down nothing is told', async () => {
  const { services, notices, close } = await open()
  await services.exportFollowUps('four words are enough')
  expect(notices()).toEqual([])
  close()
})
