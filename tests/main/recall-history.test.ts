import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { useTempFolder } from '../store/temp-folder.ts'
import { startServices } from './start-services.ts'
import { passphrase } from './use-history.ts'

const folder = useTempFolder()
vi.setConfig({ testTimeout: 60_000 })

/** Starts with the data of the folder, does something, and ends. */
async function start<T>(
  work: (services: ReturnType<typeof startServices>['services']) => Promise<T> | T,
  data = folder(),
): Promise<T> {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { services, close } = startServices(data)
  try {
    return await work(services)
  } finally {
    close()
    vi.restoreAllMocks()
  }
}

/** Brings clinic.db back as it was when its only copy was made: by restoring that, or because nothing else is left of it. */
async function goBack(how: 'restored' | 'healed'): Promise<void> {
  if (how === 'healed') {
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder(), `clinic.db${suffix}`), { force: true })
    return
  }
  await start(async ({ records }) => {
    const [copy] = records.readStatus().backups
    await records.restore(copy?.file ?? '', copy?.folder ?? '')
  })
}

test.each(['restored', 'healed'] as const)(
  'R7: a history that was erased is off, and can be begun, though clinic.db is %s from a copy of when it was on',
  async (how) => {
    await start(async ({ history, records }) => {
      await history.switchOn(passphrase)
      await records.backUp()
    })
    await start(({ history }) => history.erase())
    await goBack(how)
    await start(async ({ history }) => {
      expect(history.readStatus()).toMatchObject({ state: 'off', notices: [] })
      await history.switchOn(passphrase)
      expect(history.readStatus().state).toBe('open')
    })
  },
)

test.each(['restored', 'healed'] as const)(
  'R7: a history that is on and then gone is told, though clinic.db is %s from a copy of before it was on',
  async (how) => {
    await start(({ records }) => records.backUp())
    await start(({ history }) => history.switchOn(passphrase))
    await goBack(how)
    rmSync(join(folder(), 'history.db'))
    await start(({ history }) =>
      expect(history.readStatus()).toMatchObject({ state: 'closed', notices: [{ id: 'history-closed' }] }),
    )
  },
)

test('R7: without the note the audit tells whether a history was on, and the next start has the note', async () => {
  await start(({ history }) => history.switchOn(passphrase))
  rmSync(join(folder(), 'copies.json'))
  rmSync(join(folder(), 'history.db'))
  await start(({ history }) => expect(history.readStatus().state).toBe('closed'))
  rmSync(join(folder(), 'clinic.db'))
  await start(({ history }) => expect(history.readStatus().state).toBe('closed'))
})

test('R7: a computer that takes the place of one that was lost, and has its copy restored, tells that its history is gone', async () => {
  await start(async ({ history, records }) => {
    await history.switchOn(passphrase)
    await records.backUp()
  })
  const other = join(folder(), 'other')
  mkdirSync(other)
  await start(() => undefined, other)
  cpSync(join(folder(), 'backups'), join(other, 'backups'), { recursive: true })
  await start(async ({ records }) => {
    const [copy] = records.readStatus().backups
    await records.restore(copy?.file ?? '', copy?.folder ?? '')
  }, other)
  await start(({ history }) => expect(history.readStatus().state).toBe('closed'), other)
  await start(({ history }) => expect(history.erase()).toMatchObject({ state: 'off', notices: [] }), other)
  await start(({ history }) => expect(history.readStatus()).toMatchObject({ state: 'off', notices: [] }), other)
})
