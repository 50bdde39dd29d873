import { expect, test } from 'vitest'
import { readCupsJob } from '../../src/main/cups-job.ts'
import type { RunProgram } from '../../src/main/run-program.ts'
import { sayState } from './say-state.ts'

const ticket = { printer: 'Front desk', number: 7, server: '/run/cups/cups.sock' }

/** What ipptool says of a job and of its printer, line by line. */
const answer = (job: readonly string[], printer: readonly string[] = ['printer-state (enum) = idle']) => {
  const asked: string[] = []
  const run: RunProgram = async (_program, options) => {
    asked.push(options.at(-2) ?? '')
    const lines = options.at(-1) === 'get-job-attributes.test' ? job : printer
    return { code: 0, stdout: lines.map((line) => `        ${line}\n`).join(''), stderr: '' }
  }
  return { run, asked }
}
const read = (job: readonly string[], printer?: readonly string[]) => readCupsJob(answer(job, printer).run, ticket)

test('the job and its printer are asked for on the server that has them, be it a socket file', async () => {
  const { run, asked } = answer(['job-state (enum) = completed'])
  await readCupsJob(run, ticket)
  await readCupsJob(run, { ...ticket, server: 'localhost:631' })
  expect(asked).toEqual([
    'ipp://%2Frun%2Fcups%2Fcups.sock/jobs/7',
    'ipp://%2Frun%2Fcups%2Fcups.sock/printers/Front%20desk',
    'ipp://localhost:631/jobs/7',
    'ipp://localhost:631/printers/Front%20desk',
  ])
})

test.each([
  ['pending', 'accepted'],
  ['processing', 'printing'],
  ['completed', 'printed'],
  ['canceled', 'cancelled'],
  ['aborted', 'failed'],
  ['pending-held', 'held'],
  ['processing-stopped', 'held'],
])('a job that is %s is %s', async (state, kind) => {
  expect(await read([`job-state (enum) = ${state}`])).toMatchObject({ kind })
})

test.each([
  ['media-empty-error', /^It is out of paper\. Please fill the tray\.$/],
  ['media-needed', /out of paper/],
  ['media-low-warning,media-jam-error', /stuck/],
  ['door-open-report', /cover is open/],
  ['cover-open', /cover is open/],
  ['toner-empty-error', /toner or ink/],
  ['marker-supply-empty-error', /toner or ink/],
  ['output-area-full', /Please empty it/],
  ['input-tray-missing', /tray is missing/],
  ['offline-report', /does not answer/],
  ['connecting-to-device', /does not answer/],
  ['paused', /is stopped/],
])('the reason %s is told in words', async (reasons, sentence) => {
  const news = await read(['job-state (enum) = processing', `job-printer-state-reasons (1setOf keyword) = ${reasons}`])
  expect(sayState(news)).toMatchObject({ kind: 'held', message: expect.stringMatching(sentence) })
})

test.each(['none', 'media-low-warning', 'toner-low-report', 'media-empty-warning', 'cups-waiting-for-job-completed'])(
  '%s does not hold a sheet back',
  async (reason) => {
    const job = ['job-state (enum) = processing', `job-printer-state-reasons (keyword) = ${reason}`]
    expect(await read(job)).toEqual({ kind: 'printing' })
  },
)

test('a stopped printer is told, with what it says itself', async () => {
  const printer = ['printer-state (enum) = stopped', 'printer-state-message (textWithoutLanguage) = Back   at noon..']
  expect(sayState(await read(['job-state (enum) = pending'], printer))).toEqual({
    kind: 'held',
    message: 'It is stopped. Please start it again in the printer settings of this computer. It says: "Back at noon."',
  })
})

test('nothing is claimed where ipptool is missing, where the job is no longer listed, or where the answer makes no sense', async () => {
  const missing: RunProgram = async () => ({ code: null, stdout: '', stderr: '' })
  expect(await readCupsJob(missing, ticket)).toEqual({ kind: 'untold' })
  expect(await read(['status-code = client-error-not-found (Job #7 does not exist.)'])).toEqual({ kind: 'untold' })
  expect(await read([])).toBeNull()
  expect(await read(['job-state (enum) = unheard-of'])).toBeNull()
})
