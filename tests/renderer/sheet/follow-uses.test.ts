import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followUses } from '../../../src/renderer/sheet/follow-uses.ts'

const open = Promise.withResolvers<never>().promise
const unanswered = () => new Promise<string>(() => undefined)

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
  const both = [follow(async () => 'short', open), follow(() => long.promise, open)]
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
  await follow(async () => 'one', open)
  await vi.advanceTimersByTimeAsync(10_500)
  await follow(async () => 'two', open)
  await vi.advanceTimersByTimeAsync(9000)
  expect(done).toEqual(['first'])
  await vi.advanceTimersByTimeAsync(2000)
  expect(done).toEqual(['first', 'first', 'second'])
})

test('a question that is never answered ends with what it was asked of, and keeps nothing from its rest', async () => {
  const { done, follow } = followTwoSteps()
  const closing = Promise.withResolvers<never>()
  const use = follow(unanswered, closing.promise)
  closing.reject(new Error('closed'))
  await expect(use).rejects.toThrow('closed')
  await vi.advanceTimersByTimeAsync(11_000)
  expect(done).toEqual(['first', 'second'])
})

test('work that fails ends too', async () => {
  const { done, follow } = followTwoSteps()
  await expect(follow(async () => Promise.reject(new Error('no PDF')), open)).rejects.toThrow('no PDF')
  await vi.advanceTimersByTimeAsync(11_000)
  expect(done).toEqual(['first', 'second'])
})
