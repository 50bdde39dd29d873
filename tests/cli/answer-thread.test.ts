import { spawnSync } from 'node:child_process'
import { copyFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { openClinicDatabase } from '../../src/store/clinic-database.ts'
import { addHandout, listHandouts } from '../../src/store/handout-store.ts'
import { makeHandout } from '../store/make-handout.ts'
import { useTempFolder } from '../store/temp-folder.ts'

const folder = useTempFolder()

/** Runs a thread as start.ts does: its main thread waits and hands nothing on. */
function runThread(file: string, args: readonly string[], data: string) {
  const thread = resolve(import.meta.dirname, '../../src/cli', file)
  const script = `
    const gate = new Int32Array(new SharedArrayBuffer(8))
    const workerData = { args: ${JSON.stringify(args)}, data: ${JSON.stringify(data)}, gate }
    new (require('node:worker_threads').Worker)(${JSON.stringify(thread)}, { workerData }).unref()
    if (Atomics.wait(gate, 0, 0, 30_000) === 'timed-out') process.exit(9)
    process.exit(gate[1])`
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

test('R7: an installed app puts a copy of the records back by a command, where its data lies', () => {
  const data = folder()
  const [file, copy] = [join(data, 'clinic.db'), join(data, 'a copy 诊所.db')]
  let db = openClinicDatabase(file)
  addHandout(db, makeHandout(1))
  db.close()
  copyFileSync(file, copy)
  db = openClinicDatabase(file)
  addHandout(db, makeHandout(2))
  db.close()
  expect(runThread('restore-thread.ts', [copy], data)).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^Restored, with 1 sheet in the log\./u),
    stderr: '',
  })
  db = openClinicDatabase(file)
  expect(listHandouts(db, {}, null, 9).handouts).toEqual([makeHandout(1)])
  db.close()
})

test('what nobody foresaw ends with a sentence too, and without the text of the error, which may name a patient', () => {
  const script = join(folder(), 'broken.ts')
  const answer = resolve(import.meta.dirname, '../../src/cli/answer-thread.ts')
  const lines = [
    `import { answerThread } from ${JSON.stringify(answer)}`,
    `void answerThread(() => { throw new TypeError('Patient Name') })`,
  ]
  writeFileSync(script, lines.join('\n'))
  const { status, stderr } = runThread(script, [], folder())
  expect([status, stderr]).toEqual([
    1,
    'CareSheet: something went wrong inside (TypeError). Please try again, or report it with this word.\n',
  ])
})

test('what it cannot do is said, with how to call it', () => {
  expect(runThread('restore-thread.ts', [], folder())).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining('caresheet restore caresheet-2026-11-22-7f3a91c2.db'),
  })
})
