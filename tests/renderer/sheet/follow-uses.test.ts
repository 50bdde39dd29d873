import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followUses } from '../../../src/renderer/sheet/follow-uses.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function followTwoSteps() {
  const done: string[] = []
  const follow = followUses([
    { after: 10_000, act: () => done.push('first') },
    { after: 1000, act: () => done.push('second') },
  ])
  return { done, follow }
}

test('what is to be done at rest is done once nothing is in use, one after the other', async () => {
  const { done, follow } = followTwoSteps()
  const long = Promise.withResolvers<string>()
  const both = [follow(async () => 'short'), follow(() => long.promise)]
  await vi.advanceTimersByTimeAsync(60_000)
  expect(done).toEqual([])
  long.resolve('long')
  await expect(Promise.all(both)).resolves.toEqual(['short', 'long'])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(done).toEqual(['first'])
  await vi.advanceTimersByTimeAsync(1000)
  expect(done).toEqual(['first', 'second'])
})

test('a use in between begins it anew', async () => {
  const { done, follow } = followTwoSteps()
  await follow(async () => 'one')
  await vi.advanceTimersByTimeAsync(10_500)
  await follow(async () => 'two')
  await vi.advanceTimersByTimeAsync(9000)
  expect(done).toEqual(['first'])
  await vi.advanceTimersByTimeAsync(2000)
  expect(done).toEqual(['first', 'first', 'second'])
})

test('work that fails ends too', async () => {
  const { done, follow } = followTwoSteps()
  await expect(follow(async () => Promise.reject(new Error('no PDF')))).rejects.toThrow('no PDF')
  await vi.advanceTimersByTimeAsync(11_000)
  expect(done).toEqual(['first', 'second'])
})
