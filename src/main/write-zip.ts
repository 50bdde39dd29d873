import { crc32 } from 'node:zlib'

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

/** ZIP 2.0, written on Unix, so that the modes of the files hold. */
const [version, madeBy, ownerOnly] = [20, (3 << 8) | 20, (0o100600 << 16) >>> 0]

/**
 * An archive (ZIP, APPNOTE 6.3) that every desktop opens, of files as they are: what is packed here, PDFs, would hardly get
 * smaller. It holds fewer than 65,536 files, and less than 4 GB.
 */
export function writeZip(files: readonly PackedFile[], at: Date): Uint8Array {
  const [time, day] = toDosTime(at)
  const parts: Uint8Array[] = []
  const listed: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of files) {
    const named = Buffer.from(name, 'ascii')
    const size = bytes.length
    const about = writeFields(
      [0, 2],
      [0, 2],
      [time, 2],
      [day, 2],
      [crc32(bytes), 4],
      [size, 4],
      [size, 4],
      [named.length, 2],
      [0, 2],
    )
    const head = Buffer.concat([writeFields([0x04034b50, 4], [version, 2]), about, named])
    parts.push(head, bytes)
    const place = writeFields([0, 2], [0, 2], [0, 2], [ownerOnly, 4], [offset, 4])
    listed.push(writeFields([0x02014b50, 4], [madeBy, 2], [version, 2]), about, place, named)
    offset += head.length + size
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
