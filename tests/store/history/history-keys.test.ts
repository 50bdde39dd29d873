import { scryptSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { deriveFromCode, deriveKey } from '../../../src/store/history/derive-key.ts'
import {
  makeHistoryKey,
  unwrapByCode,
  unwrapByPassphrase,
  wrapByCode,
  wrapByPassphrase,
} from '../../../src/store/history/history-keys.ts'
import { openBytes } from '../../../src/store/history/seal-bytes.ts'

const salt = Buffer.alloc(16, 7)
const key = makeHistoryKey()
const code = '7F3A-91C2-7F3A-91C2-7F3A-91C2-7F3A-91C2'

test('a passphrase costs what the decision says: scrypt with N = 2^17, r = 8, p = 1', async () => {
  const dear = scryptSync('four words are enough', salt, 32, { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 })
  expect(await deriveKey('four words are enough', salt)).toEqual(dear)
})

test('a wrapped key opens only as the kind it was made as, and only as the key it is', async () => {
  const byPassphrase = await wrapByPassphrase(key, 'four words are enough')
  expect(await unwrapByPassphrase(byPassphrase, 'four words are enough')).toEqual(key)
  expect(await unwrapByPassphrase({ ...byPassphrase, by: 'recovery' }, 'four words are enough')).toBeNull()
  const byCode = wrapByCode(key, code)
  expect(unwrapByCode(byCode, code)).toEqual(key)
  expect(unwrapByCode({ ...byCode, by: 'passphrase' }, code)).toBeNull()
  expect(unwrapByCode({ ...byCode, keyId: makeHistoryKey().id }, code)).toBeNull()
  expect(openBytes(deriveFromCode(code, byCode.salt), byCode.wrapped, `key|recovery|1|${key.id}`)).toEqual(key.key)
})

test('each wrap has a salt of its own, 16 random bytes', async () => {
  const salts = [
    wrapByCode(key, code),
    wrapByCode(key, code),
    await wrapByPassphrase(key, 'four words are enough'),
    await wrapByPassphrase(key, 'four words are enough'),
  ].map(({ salt: each }) => each.toString('hex'))
  expect(new Set(salts).size).toBe(4)
  expect(salts.every((each) => each.length === 32)).toBe(true)
})
