import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { writeZip } from '../../src/main/write-zip.ts'

const at = new Date(2026, 10, 22, 9, 30, 14)
const text = (words: string) => new TextEncoder().encode(words)

test('files come out of an archive as they went in, an empty one too, and another program finds them whole', () => {
  const files = [
    { name: 'records.json', bytes: text('{"patientName":"患者"}') },
    { name: '1-sheet.pdf', bytes: Uint8Array.from({ length: 70_000 }, (_, index) => index % 251) },
    { name: 'empty.txt', bytes: text('') },
  ]
  const unpacked = unzipSync(writeZip(files, at))
  expect(Object.entries(unpacked)).toEqual(files.map(({ name, bytes }) => [name, bytes]))
})

test('a file in it has its check sum, the time it was packed, and a mode for its owner alone', () => {
  const bytes = Buffer.from(writeZip([{ name: 'a', bytes: text('123456789') }], at))
  expect(bytes.readUInt32LE(14).toString(16)).toBe('cbf43926') // the check value that is published for CRC-32
  const [time, day] = [bytes.readUInt16LE(10), bytes.readUInt16LE(12)]
  expect([time >> 11, (time >> 5) & 63, (time & 31) * 2]).toEqual([9, 30, 14])
  expect([1980 + (day >> 9), (day >> 5) & 15, day & 31]).toEqual([2026, 11, 22])
  const listed = bytes.indexOf(Buffer.from('PK\u0001\u0002'))
  expect((bytes.readUInt32LE(listed + 38) >>> 16).toString(8)).toBe('100600')
})
