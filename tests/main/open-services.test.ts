import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listPaths } from '../../src/main/paths.ts'
import { useTempFolder } from '../store/temp-folder.ts'
import { startServices } from './start-services.ts'

const folder = useTempFolder()
const passphrase = { by: 'passphrase', passphrase: 'four words are enough' } as const

test('D9: a sheet that a kill left on its way to the printer is gone once the app has started', () => {
  const { printing } = listPaths(folder(), folder())
  mkdirSync(printing)
  const left = join(printing, 'left.pdf')
  writeFileSync(left, '%PDF Patient Name')
  const { close } = startServices(folder())
  const isThere = existsSync(left)
  close()
  expect(isThere).toBe(false)
})

test('a computer that sleeps or locks its screen clears the window, with the history off, open or locked already', async () => {
  const { services, close, lockNow, cleared } = startServices(folder())
  lockNow()
  expect(cleared).toHaveLength(1)
  await services.history.switchOn(passphrase)
  lockNow()
  expect([services.history.readStatus().state, cleared.length]).toEqual(['locked', 2])
  lockNow()
  expect(cleared).toHaveLength(3)
  close()
})
