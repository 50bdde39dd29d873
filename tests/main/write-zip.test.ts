import { expect, test } from 'vitest'
import { writeZip } from '../../src/main/write-zip.ts'
import { unsealZip } from './unseal-zip.ts'

const at = new Date(2026, 10, 22, 9, 30, 14)
const passphrase = 'four words, 1 comma'
const text = (words: string) => new TextEncoder().encode(words)
const files = [
  { name: 'records.json', bytes: text('{"patientName":"患者"}') },
  { name: '1-sheet.pdf', bytes: Uint8Array.from({ length: 70_000 }, (_, index) => index % 251) },
  { name: 'empty.txt', bytes: text('') },
]

test('D10: files come out of an archive as they went in, an empty one too, for whoever has the passphrase', async () => {
  const unsealed = await unsealZip(writeZip(files, passphrase, at), passphrase)
  expect(Object.entries(unsealed)).toEqual(files.map(({ name, bytes }) => [name, bytes]))
})

test('D10: with another passphrase nothing comes out, nor does a file that was changed', async () => {
  const sealed = Buffer.from(writeZip(files, passphrase, at))
  await expect(unsealZip(sealed, `${passphrase}.`)).rejects.toThrow(/password/iu)
  sealed.writeUInt8(sealed.readUInt8(100) ^ 1, 100)
  await expect(unsealZip(sealed, passphrase)).rejects.toThrow(/authentication/iu)
})

test('D10: what is in it cannot be seen from outside, and the same file is never sealed twice alike', () => {
  const pages = { name: 'a', bytes: text('Patient Name '.repeat(100)) }
  const [one, other] = [1, 2].map(() => Buffer.from(writeZip([pages], passphrase, at)))
  expect(one?.includes('Patient')).toBe(false)
  expect(one?.subarray(0, 42)).toEqual(other?.subarray(0, 42))
  expect(one?.subarray(42, 1300)).not.toEqual(other?.subarray(42, 1300))
})

test('a file in it has the time it was packed, and a mode for its owner alone', () => {
  const bytes = Buffer.from(writeZip([{ name: 'a', bytes: text('123456789') }], passphrase, at))
  const [time, day] = [bytes.readUInt16LE(10), bytes.readUInt16LE(12)]
  expect([time >> 11, (time >> 5) & 63, (time & 31) * 2]).toEqual([9, 30, 14])
  expect([1980 + (day >> 9), (day >> 5) & 15, day & 31]).toEqual([2026, 11, 22])
  const listed = bytes.indexOf(Buffer.from('PK\u0001\u0002'))
  expect((bytes.readUInt32LE(listed + 38) >>> 16).toString(8)).toBe('100600')
})
