import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { readNonce, sealBytes } from '../../src/store/history/seal-bytes.ts'
import { countFaults } from './count.ts'

const count = countFaults(50_000, 1_000_000)

test(`D3: no nonce comes twice in ${count}`, { timeout: 120_000 }, () => {
  const key = randomBytes(32)
  const nonces = new Set<string>()
  for (let number = 0; number < count; number += 1) nonces.add(readNonce(sealBytes(key, Buffer.alloc(0), '')))
  expect(nonces.size).toBe(count)
})
