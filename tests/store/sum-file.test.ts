import { createHash, randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sumFile } from '../../src/store/sum-file.ts'
import { useTempFolder } from './temp-folder.ts'

const folder = useTempFolder()
const megabyte = 1024 * 1024
const whole = randomBytes(2 * megabyte + 321)

function sum(bytes: Uint8Array): string {
  const path = join(folder(), 'copy.db')
  writeFileSync(path, bytes)
  return sumFile(path)
}

test.each([0, 1, megabyte, 2 * megabyte + 321])('the sum of %i bytes is that of all of them', (length) => {
  const bytes = whole.subarray(0, length)
  expect(sum(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
})

test('R7: a copy that is torn or changed after its first megabyte has another sum', () => {
  const changed = Buffer.from(whole)
  changed[2 * megabyte + 5] = (changed[2 * megabyte + 5] ?? 0) ^ 1
  const torn = whole.subarray(0, megabyte + 7)
  const zeroed = Buffer.from(whole).fill(0, megabyte)
  const sums = [whole, changed, torn, zeroed].map(sum)
  expect(new Set(sums).size).toBe(4)
})
