import { randomBytes } from 'node:crypto'
import { saltBytes, sealZipFile } from './seal-zip-file.ts'

/** A file to be put into an archive; its name in ASCII, without folders. */
export type PackedFile = { readonly name: string; readonly bytes: Uint8Array }

/** Fields of little-endian numbers, each with its bytes: [value, 2 or 4]. */
function writeFields(...fields: readonly (readonly [number, 2 | 4])[]): Buffer {
  return Buffer.concat(
    fields.map(([value, size]) => {
      const bytes = Buffer.alloc(size)
      bytes.writeUIntLE(value, 0, size)
      return bytes
    }),
  )
}

/** A time of this computer's clock, as MS-DOS wrote it: two seconds to the unit. */
function toDosTime(at: Date): readonly [time: number, day: number] {
  const time = (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1)
  const day = ((at.getFullYear() - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate()
  return [time, day]
}

/** ZIP 5.1, which has AES, written on Unix, so that the modes of the files hold. */
const [version, madeBy, ownerOnly] = [51, (3 << 8) | 51, (0o100600 << 16) >>> 0]
const [encrypted, aesMethod] = [1, 99]

/** That a file is sealed as AE-2 says, with a key of 256 bits, and not packed. It needs no check sum then, which could tell what it is. */
const aesField = Buffer.concat([writeFields([0x9901, 2], [7, 2], [2, 2]), Buffer.from('AE\u0003'), writeFields([0, 2])])

/**
 * An archive (ZIP, APPNOTE 6.3), each file sealed with a passphrase. Their names and sizes can be read without it. They are not
 * packed: PDFs would hardly get smaller. It holds fewer than 65,536 files, and less than 4 GB.
 */
export function writeZip(files: readonly PackedFile[], passphrase: string, at: Date): Uint8Array {
  const [time, day] = toDosTime(at)
  const parts: Uint8Array[] = []
  const listed: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of files) {
    const named = Buffer.from(name, 'ascii')
    const sealed = sealZipFile(bytes, passphrase, randomBytes(saltBytes))
    const about = writeFields(
      [encrypted, 2],
      [aesMethod, 2],
      [time, 2],
      [day, 2],
      [0, 4],
      [sealed.length, 4],
      [bytes.length, 4],
      [named.length, 2],
      [aesField.length, 2],
    )
    const head = Buffer.concat([writeFields([0x04034b50, 4], [version, 2]), about, named, aesField])
    parts.push(head, sealed)
    const place = writeFields([0, 2], [0, 2], [0, 2], [ownerOnly, 4], [offset, 4])
    listed.push(writeFields([0x02014b50, 4], [madeBy, 2], [version, 2]), about, place, named, aesField)
    offset += head.length + sealed.length
  }
  const list = Buffer.concat(listed)
  const count = files.length
  const end = writeFields(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [list.length, 4],
    [offset, 4],
    [0, 2],
  )
  return Buffer.concat([...parts, list, end])
}
