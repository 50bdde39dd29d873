import { expect, test } from 'vitest'
import { followWork } from '../../src/main/follow-work.ts'

test('what ends badly is waited for too, and what it began while it ran', async () => {
  const work = followWork()
  const ended: string[] = []
  const second = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    ended.push('second')
  }
  const first = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    ended.push('first')
    void work.follow(second())
    throw new Error('the disk is full')
  }
  await expect(Promise.all([work.follow(first()), work.settle(60_000)])).rejects.toThrow('the disk is full')
  await work.settle(60_000)
  expect(ended).toEqual(['first', 'second'])
})

test('what never ends holds nobody up for longer than is allowed', async () => {
  const work = followWork()
  void work.follow(new Promise(() => undefined))
  await expect(work.settle(1)).resolves.toBeUndefined()
})

test('where nothing is under way, nothing is waited for', async () => {
  await expect(followWork().settle(60_000)).resolves.toBeUndefined()
})
