import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { writeEnglish } from '../../src/domain/message.ts'
import { makeKeystore, type SafeStore } from '../../src/main/keystore.ts'

const key = Buffer.alloc(32, 7)

let logged: unknown[] = []
beforeEach(() => {
  logged = []
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void logged.push(...words))
})
afterEach(() => vi.restoreAllMocks())

/** A safeStorage that turns bytes round, as Electron has it with this backend. */
function makeSafeStore(backend: string, change: Partial<SafeStore> = {}) {
  const turned = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0xff))
  const asked: string[] = []
  const store: SafeStore = {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => backend,
    encryptString: (text) => (asked.push('encrypt'), turned(Buffer.from(text))),
    decryptString: (bytes) => (asked.push('decrypt'), turned(bytes).toString()),
    ...change,
  }
  return { store, asked }
}

test.each([
  ['win32', 'unknown'],
  ['darwin', 'unknown'],
  ['linux', 'gnome_libsecret'],
  ['linux', 'kwallet'],
  ['linux', 'kwallet5'],
  ['linux', 'kwallet6'],
] as const)('D4: the keystore of %s (%s) keeps a key', (platform, backend) => {
  const keystore = makeKeystore(makeSafeStore(backend).store, platform)
  expect(keystore.refusal()).toBeNull()
  const wrapped = keystore.wrap(key)
  expect(wrapped.includes(key.toString('base64'))).toBe(false)
  expect(keystore.unwrap(wrapped)).toEqual(key)
})

const breaks = () => {
  throw new Error('Patient Name')
}

test.each<[string, NodeJS.Platform, Parameters<typeof makeSafeStore>, RegExp]>([
  ['basic_text, which locks nothing away', 'linux', ['basic_text'], /no keystore that locks keys away.*passphrase/u],
  ['an unknown one', 'linux', ['unknown'], /no keystore that locks keys away/u],
  [
    'one that is not available',
    'win32',
    ['unknown', { isEncryptionAvailable: () => false }],
    /not available.*passphrase/u,
  ],
  ['one that throws', 'darwin', ['unknown', { isEncryptionAvailable: breaks }], /not available/u],
  ['one whose name cannot be told', 'linux', ['kwallet', { getSelectedStorageBackend: breaks }], /not available/u],
])('D4: %s is refused in words, and nothing is given to it', (_, platform, [backend, change], why) => {
  const { store, asked } = makeSafeStore(backend, change)
  const keystore = makeKeystore(store, platform)
  const refusal = keystore.refusal()
  expect(refusal && writeEnglish(refusal)).toMatch(why)
  expect(() => keystore.wrap(key)).toThrow(why)
  expect(() => keystore.unwrap(key)).toThrow(why)
  expect(asked).toEqual([])
  expect(JSON.stringify(logged)).not.toContain('Patient Name')
})

test('D4: a keystore that has lost its key says so', () => {
  const keystore = makeKeystore(makeSafeStore('kwallet5', { decryptString: breaks }).store, 'linux')
  expect(() => keystore.unwrap(key)).toThrow(/no longer unlocks the names.*recovery code/u)
})
