import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'

const page = 4096

/** Chance that can be had again: the same seed gives the same numbers (mulberry32). */
export function makeRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

type Random = ReturnType<typeof makeRandom>

function change(path: string, edit: (bytes: Buffer) => void): void {
  const bytes = readFileSync(path)
  edit(bytes)
  writeFileSync(path, bytes)
}

const cutOff = (path: string, random: Random) => truncateSync(path, random(readFileSync(path).length))

function removeLog(path: string): void {
  for (const suffix of ['-wal', '-shm']) if (existsSync(path + suffix)) rmSync(path + suffix)
}

/** What a failing disk, or a hand, can do to a database file. */
export const damages: Readonly<Record<string, (path: string, random: Random) => void>> = {
  'one bit': (path, random) =>
    change(path, (bytes) => {
      const at = random(bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8))
    }),
  '16 bytes': (path, random) =>
    change(path, (bytes) => {
      const at = random(bytes.length - 16)
      for (let offset = 0; offset < 16; offset += 1) bytes[at + offset] = random(256)
    }),
  'a page of zeros': (path, random) =>
    change(path, (bytes) => {
      const at = random(bytes.length / page) * page
      bytes.fill(0, at, at + page)
    }),
  'cut off': cutOff,
  'another file': (path, random) =>
    writeFileSync(path, Buffer.from(Array.from({ length: random(20_000) }, () => random(256)))),
  'no write-ahead log': removeLog,
  'cut off, no write-ahead log': (path, random) => {
    cutOff(path, random) // as of one that was closed
    removeLog(path)
  },
}
