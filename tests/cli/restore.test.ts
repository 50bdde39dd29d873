import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findDataFolder, runRestore } from '../../src/cli/run-restore.ts'
import { backUp } from '../../src/store/back-up.ts'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { addHandout, listHandouts } from '../../src/store/handout-store.ts'
import { makeHandout } from '../store/make-handout.ts'
import { useTempFolder } from '../store/temp-folder.ts'

const folder = useTempFolder()
const kit = { now: new Date('2026-11-22T09:30:00.000Z'), command: 'caresheet restore', usualFolder: '/nowhere' }

test('R7: a copy is restored by one command, with a sentence', async () => {
  const data = join(folder(), 'data 诊所')
  mkdirSync(data)
  const open = () => openClinicDatabase(join(data, 'clinic.db'))
  let db = open()
  addHandout(db, makeHandout(1))
  const { file } = await backUp(join(data, 'clinic.db'), folder(), '2026-11-22')
  addHandout(db, makeHandout(2))
  const busy = runRestore([join(folder(), file), '--data', data], kit)
  expect(busy).toMatchObject({ status: 2, stderr: expect.stringMatching(/CareSheet is open\. Please close it/u) })
  db.close()
  const done = runRestore([join(folder(), file), '--data', data], kit)
  expect(done).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Restored, with 1 sheet in the log\./u) })
  db = open()
  expect(listHandouts(db, {}, null, 10).handouts).toEqual([makeHandout(1)])
  db.close()
  expect(readdirSync(data)).toContain('clinic-replaced-2026-11-22T09-30-00.db')
})

test.each([[[]], [['--data', 'a']], [['a.db', '--date']], [['a.db', '--data']], [['a.db', '--data', 'b', 'c']]])(
  'what cannot be understood (%j) is answered with how to say it',
  (args) => {
    expect(runRestore(args, kit)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('caresheet restore caresheet-'),
    })
  },
)

test('a copy that is not there, or is a folder, is told as that, with where copies are kept', () => {
  const data = join(folder(), 'data')
  mkdirSync(join(data, 'backups'), { recursive: true })
  const typo = join(data, 'caresheet-2026-11-2.db')
  expect(runRestore([typo, '--data', data], kit)).toEqual({
    status: 2,
    stdout: '',
    stderr: `There is no file ${typo}. Please check its name. Copies are kept in ${join(data, 'backups')}.\n`,
  })
  expect(runRestore([data, '--data', data], kit).stderr).toMatch(/^This is a folder, no copy: /u)
  expect(readdirSync(data)).toEqual(['backups'])
})

test('a data folder that is not there is told', () => {
  const none = join(folder(), 'none')
  expect(runRestore(['a.db', '--data', none], kit).stderr).toContain(`keeps no data in ${none}`)
})

test('the usual folder is that of Electron', () => {
  expect(findDataFolder('linux', { XDG_CONFIG_HOME: '/x' })).toBe(join('/x', 'CareSheet'))
  expect(findDataFolder('win32', { APPDATA: '/r' })).toBe(join('/r', 'CareSheet'))
  expect(findDataFolder('darwin', {})).toMatch(/Application Support.CareSheet$/u)
})
