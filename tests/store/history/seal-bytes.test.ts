import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { openBytes, sealBytes } from '../../../src/store/history/seal-bytes.ts'

const key = randomBytes(32)
const secret = Buffer.from('Patient Name, ALT 88')
const place = 'sealed.record|1|1|k'

test('what was sealed opens with its key at its place, and shows nothing before', () => {
  const sealed = sealBytes(key, secret, place)
  expect(openBytes(key, sealed, place)).toEqual(secret)
  expect(sealed.includes('Patient')).toBe(false)
  expect(openBytes(randomBytes(32), sealed, place)).toBeNull()
  expect(openBytes(key, sealed, 'sealed.record|2|1|k')).toBeNull()
})

test('D3: of 10,000 mutants none is accepted: bits, cuts, additions, bytes of another', () => {
  const sealed = sealBytes(key, secret, place)
  const other = sealBytes(key, Buffer.from('Patient Name, ALT 99'), place)
  const at = () => randomBytes(4).readUInt32BE() % sealed.length
  const mutations: readonly ((bytes: Buffer) => Buffer)[] = [
    (bytes) => {
      const where = at()
      bytes[where] = (bytes[where] ?? 0) ^ (1 << ((randomBytes(1)[0] ?? 0) % 8))
      return bytes
    },
    (bytes) => bytes.subarray(0, at()),
    (bytes) => bytes.subarray(1 + at()),
    (bytes) => Buffer.concat([bytes, randomBytes(1 + at())]),
    (bytes) => {
      const cut = 1 + (at() % (sealed.length - 1))
      return Buffer.concat([bytes.subarray(0, cut), other.subarray(cut)])
    },
  ]
  let tried = 0
  for (let round = 0; tried < 10_000; round += 1) {
    const mutant = mutations[round % mutations.length]?.(Buffer.from(sealed)) ?? sealed
    if (mutant.equals(sealed) || mutant.equals(other)) continue // this mutation changed nothing
    tried += 1
    if (openBytes(key, mutant, place) !== null) throw new Error(`accepted: ${mutant.toString('hex')}`)
  }
  expect(openBytes(key, sealed, place)).toEqual(secret)
})

test.each([[null], [''], [Buffer.alloc(0)], [Buffer.alloc(27)], ['text'.repeat(20)]])(
  '%j is nothing sealed',
  (junk) => {
    expect(openBytes(key, junk, place)).toBeNull()
  },
)
