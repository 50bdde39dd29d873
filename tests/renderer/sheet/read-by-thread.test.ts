import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readByThread, ThreadLost } from '../../../src/renderer/sheet/read-by-thread.ts'

const open = Promise.withResolvers<never>().promise
const unanswered = () => new Promise<string>(() => undefined)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Threads as they are asked for; one that is given up is lost, and the next is shared. */
function startThreads() {
  let started = 0
  let current = start()
  function start() {
    const loss = Promise.withResolvers<never>()
    loss.promise.catch(() => undefined)
    const giveUp = () => {
      loss.reject(new ThreadLost('lost'))
      current = start()
    }
    started += 1
    return { number: started, messages: new EventTarget(), lost: loss.promise, giveUp }
  }
  return { share: () => current, countStarted: () => started }
}

test('a thread that says nothing for twenty seconds is given up, and another is asked', async () => {
  const { share } = startThreads()
  const reading = readByThread(share, async ({ number }) => (number === 1 ? unanswered() : `by ${number}`), open)
  await vi.advanceTimersByTimeAsync(19_999)
  expect(share().number).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  await expect(reading).resolves.toBe('by 2')
})

test('a thread that goes on answering may take as long as it needs', async () => {
  const { share, countStarted } = startThreads()
  const end = Promise.withResolvers<string>()
  const reading = readByThread(share, () => end.promise, open)
  for (let answers = 0; answers < 5; answers += 1) {
    await vi.advanceTimersByTimeAsync(15_000)
    share().messages.dispatchEvent(new Event('message'))
  }
  end.resolve('read')
  await expect(reading).resolves.toBe('read')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(countStarted()).toBe(1)
})

test('where the second thread is lost too, that is told', async () => {
  const { share, countStarted } = startThreads()
  const reading = readByThread(share, unanswered, open).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(40_000)
  await expect(reading).resolves.toBeInstanceOf(ThreadLost)
  expect(countStarted()).toBe(3)
})

test('what is closed while it is read ends, costs no thread, and is not asked for again', async () => {
  const { share, countStarted } = startThreads()
  const closing = Promise.withResolvers<never>()
  const asked: number[] = []
  const read = ({ number }: { readonly number: number }) => {
    asked.push(number)
    return unanswered()
  }
  const reading = readByThread(share, read, closing.promise)
  closing.reject(new Error('closed'))
  await expect(reading).rejects.toThrow('closed')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toEqual([1])
  expect(countStarted()).toBe(1)
})

test('what fails without the thread being lost fails at once', async () => {
  const { share, countStarted } = startThreads()
  await expect(readByThread(share, async () => Promise.reject(new Error('no PDF')), open)).rejects.toThrow('no PDF')
  expect(countStarted()).toBe(1)
})
