import { expect, test } from 'vitest'
import { tell } from '../../src/domain/message.ts'
import type { PrintJob, PrintState } from '../../src/ipc/printing.ts'
import { listJobs } from '../../src/renderer/sheet/list-jobs.ts'

const job = (id: number, state: PrintState, more: Partial<PrintJob> = {}): PrintJob => ({
  id,
  at: '2026-11-22T10:00:00.000Z',
  printer: 'Desk',
  copies: 1,
  pages: 2,
  state,
  ...more,
})
const idsOf = (jobs: readonly PrintJob[], own: readonly number[], hidden: readonly number[] = []) =>
  listJobs(jobs, own, hidden).map(({ id }) => id)

test('the newest sheet of this patient is told of however it ended, and an older one that is on paper is not', () => {
  const jobs = [job(1, { kind: 'printed' }), job(2, { kind: 'printed' })]
  expect(idsOf(jobs, [1, 2])).toEqual([2])
  expect(idsOf(jobs, [1, 2], [2])).toEqual([])
})

test('of an earlier patient only what needs a look is told: it waits, is held or failed, or was not logged', () => {
  const failed = { kind: 'failed', message: tell('print-fault') } as const
  const jobs = [
    job(1, { kind: 'printed' }),
    job(2, failed),
    job(3, { kind: 'waiting' }),
    job(4, { kind: 'held', message: tell('trouble-paper') }),
    job(5, { kind: 'printed' }, { notLogged: tell('not-logged-fault') }),
    job(6, { kind: 'untold' }),
    job(7, { kind: 'cancelled' }),
  ]
  expect(idsOf(jobs, [])).toEqual([5, 4, 3, 2])
  expect(idsOf(jobs, [7])).toEqual([7, 5, 4, 3, 2])
})

test('that the names were locked is told of this patient’s sheets, and no longer once the next one begins', () => {
  const second = tell('not-kept-with-names')
  const jobs = [
    job(1, { kind: 'printed' }, { notLogged: second }),
    job(2, { kind: 'printed' }, { notLogged: tell('two-sentences', { first: tell('logged-without-name'), second }) }),
    job(3, { kind: 'printed' }, { notLogged: tell('two-sentences', { first: tell('not-logged-fault'), second }) }),
  ]
  expect(idsOf(jobs, [1, 2, 3])).toEqual([3, 2, 1])
  expect(idsOf(jobs, [])).toEqual([3])
})
