import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeHandWatch, startAutoLock } from '../../src/main/auto-lock.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function start(minutes = 5) {
  const locked: number[] = []
  const begin = Date.now()
  const autoLock = startAutoLock({
    readMinutes: () => minutes,
    lock: () => void locked.push(Math.round((Date.now() - begin) / 1000)),
  })
  return { autoLock, locked }
}

test('D5: what nobody touches for 300 s is locked then, within 2 s', async () => {
  const { autoLock, locked } = start()
  await vi.advanceTimersByTimeAsync(298_000)
  expect(locked).toEqual([])
  await vi.advanceTimersByTimeAsync(4000)
  expect(locked).toHaveLength(1)
  expect(Math.abs((locked[0] ?? 0) - 300)).toBeLessThanOrEqual(2)
  autoLock.stop()
})

test('D5: each touch begins the wait anew, and the wait is the clinic’s', async () => {
  const { autoLock, locked } = start(1)
  for (let touches = 0; touches < 10; touches += 1) {
    await vi.advanceTimersByTimeAsync(50_000)
    autoLock.touch()
  }
  expect(locked).toEqual([])
  await vi.advanceTimersByTimeAsync(61_000)
  expect(locked).toEqual([560])
  autoLock.stop()
})

test('D5: a computer that slept through the wait, or whose clock was set back, locks at once', async () => {
  for (const jump of [3_600_000, -3_600_000]) {
    const { autoLock, locked } = start()
    await vi.advanceTimersByTimeAsync(10_000)
    vi.setSystemTime(Date.now() + jump)
    await vi.advanceTimersByTimeAsync(1000)
    expect(locked).toHaveLength(1)
    autoLock.stop()
  }
})

test('D5: a window that opens beneath a still mouse is no touch; a hand is', () => {
  const isByHand = makeHandWatch()
  const still = { type: 'mouseMove', globalX: 5, globalY: 7 }
  expect(isByHand(still)).toBe(true) // where it was before is not known yet
  for (const input of [still, { type: 'mouseLeave' }, { type: 'mouseEnter' }, still])
    expect(isByHand(input)).toBe(false)
  for (const input of [{ ...still, globalX: 6 }, { type: 'rawKeyDown' }, { type: 'mouseDown' }, { type: 'mouseWheel' }])
    expect(isByHand(input)).toBe(true)
})
