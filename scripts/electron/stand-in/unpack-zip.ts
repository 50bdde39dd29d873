import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'

type ZipEntry = { name: string; mode: number; compression: number; storedSize: number; size: number; headerAt: number }

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localHeader = 0x04034b50

/**
 * Unpacks the entries that `chooseTarget` gives a place to, and only those: of the archive's 25,820 files we need about 80.
 * Reads plain zip files (under 4 GB, stored or deflated), the only kind it is given.
 */
export async function unpackZip(
  zipFile: string,
  folder: string,
  chooseTarget: (entry: string) => string | null,
): Promise<number> {
  const zip = await open(zipFile)
  try {
    let count = 0
    for (const entry of await readEntries(zip)) {
      const target = chooseTarget(entry.name)
      if (target === null) continue
      await unpackEntry(zip, zipFile, entry, placeInside(folder, target))
      count += 1
    }
    return count
  } finally {
    await zip.close()
  }
}

async function readEntries(zip: FileHandle): Promise<ZipEntry[]> {
  const { size } = await zip.stat()
  const tail = await readBytes(zip, Math.max(0, size - 65_557), Math.min(size, 65_557))
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || tail.readUInt32LE(end) !== endOfDirectory) throw new Error('Not a zip file: it has no end record')
  const directory = await readBytes(zip, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  const entries: ZipEntry[] = []
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === directoryEntry;) {
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      compression: directory.readUInt16LE(at + 10),
      storedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      headerAt: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  if (entries.length !== tail.readUInt16LE(end + 10)) throw new Error('Damaged zip file: its directory is incomplete')
  return entries
}

async function unpackEntry(zip: FileHandle, zipFile: string, entry: ZipEntry, target: string): Promise<void> {
  const header = await readBytes(zip, entry.headerAt, 30)
  if (header.readUInt32LE(0) !== localHeader)
    throw new Error(`Damaged zip file: ${entry.name} is not where it should be`)
  await mkdir(path.dirname(target), { recursive: true })
  const output = createWriteStream(target, { mode: entry.mode & 0o777 || 0o644 })
  const start = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  if (entry.storedSize === 0) {
    await new Promise((done) => output.end(done))
    return
  }
  const input = createReadStream(zipFile, { start, end: start + entry.storedSize - 1 })
  if (entry.compression === 0) await pipeline(input, output)
  else if (entry.compression === 8) await pipeline(input, createInflateRaw(), output)
  else throw new Error(`${entry.name} is compressed in a way this reader does not know`)
  if (output.bytesWritten !== entry.size) throw new Error(`Damaged zip file: ${entry.name} has the wrong length`)
}

function placeInside(folder: string, target: string): string {
  const file = path.resolve(folder, target)
  if (!file.startsWith(path.resolve(folder) + path.sep))
    throw new Error(`Refusing to unpack ${target} outside its folder`)
  return file
}

async function readBytes(zip: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await zip.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}
