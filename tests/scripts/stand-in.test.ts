import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { chooseTarget } from '../../scripts/electron/stand-in/spec.ts'
import { unpackZip } from '../../scripts/electron/stand-in/unpack-zip.ts'

type ZippedFile = { name: string; text: string; mode?: number; deflate?: boolean }

/** A zip file as the format describes it, small enough to read in the test. */
function makeZip(files: readonly ZippedFile[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, text, mode = 0o644, deflate = true } of files) {
    const body = deflate ? deflateRawSync(text) : Buffer.from(text)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(deflate ? 8 : 0, 4)
    shared.writeUInt32LE(crc32(text), 10)
    shared.writeUInt32LE(body.length, 14)
    shared.writeUInt32LE(Buffer.byteLength(text), 18)
    shared.writeUInt16LE(Buffer.byteLength(name), 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE((0o100000 | mode) * 0x10000, 6)
    rest.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(name), body])
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), shared, rest, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(Buffer.concat(directory).length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, ...directory, Buffer.from('PK\x05\x06'), end])
}

let folder: string
const unpack = (files: readonly ZippedFile[], choose: (name: string) => string | null = (name) => name) => {
  writeFileSync(path.join(folder, 'a.zip'), makeZip(files))
  return unpackZip(path.join(folder, 'a.zip'), path.join(folder, 'result'), choose)
}
const read = (name: string) => readFileSync(path.join(folder, 'result', name), 'utf8')

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'caresheet-zip-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('unpacking a zip file', () => {
  test('gives back the files, compressed, stored or empty', async () => {
    const long = 'advice '.repeat(10_000)
    expect(
      await unpack([
        { name: 'a/long.txt', text: long },
        { name: 'stored.txt', text: 'as it is', deflate: false },
        { name: 'empty', text: '', deflate: false },
      ]),
    ).toBe(3)
    expect(read('a/long.txt')).toBe(long)
    expect(read('stored.txt')).toBe('as it is')
    expect(read('empty')).toBe('')
  })

  test('keeps what makes a program a program', async () => {
    await unpack([
      { name: 'run', text: '#!/bin/sh', mode: 0o755 },
      { name: 'plain', text: 'x' },
    ])
    expect(statSync(path.join(folder, 'result/run')).mode & 0o111).not.toBe(0)
    expect(statSync(path.join(folder, 'result/plain')).mode & 0o111).toBe(0)
  })

  test('takes only what is chosen, under the name that is chosen', async () => {
    await unpack(
      [
        { name: 'old', text: 'x' },
        { name: 'other', text: 'y' },
      ],
      (name) => (name === 'old' ? 'new' : null),
    )
    expect(readdirSync(path.join(folder, 'result'))).toEqual(['new'])
  })

  test('writes nothing outside its folder', async () => {
    await expect(unpack([{ name: '../escaped', text: 'x' }])).rejects.toThrow('outside')
    expect(existsSync(path.join(folder, 'escaped'))).toBe(false)
  })

  test('refuses what is no zip file, and one cut short', async () => {
    const zip = makeZip([{ name: 'a', text: 'advice' }])
    writeFileSync(path.join(folder, 'no.zip'), 'no zip file at all')
    writeFileSync(path.join(folder, 'cut.zip'), zip.subarray(0, zip.length - 30))
    await expect(unpackZip(path.join(folder, 'no.zip'), folder, (name) => name)).rejects.toThrow('Not a zip file')
    await expect(unpackZip(path.join(folder, 'cut.zip'), folder, (name) => name)).rejects.toThrow('Not a zip file')
  })
})

describe('what the stand-in is made of', () => {
  test.each([
    ['Cypress/Cypress', 'electron'],
    ['Cypress/libffmpeg.so', 'libffmpeg.so'],
    ['Cypress/locales/zh-CN.pak', 'locales/zh-CN.pak'],
    [
      'Cypress/resources/app/node_modules/better-sqlite3/lib/methods/table.js',
      'resources/node_modules/better-sqlite3/lib/methods/table.js',
    ],
    ['Cypress/resources/app/node_modules/bindings/bindings.js', 'resources/node_modules/bindings/bindings.js'],
    ['Cypress/resources/app/node_modules/better-sqlite3/src/better_sqlite3.cpp', null],
    ['Cypress/resources/app/node_modules/better-sqlite3/node_modules/simple-get/index.js', null],
    ['Cypress/resources/app/index.js', null],
    ['Cypress/browser_v8_context_snapshot.bin', null],
    ['Cypress/locales/', null],
    ['package.json', null],
  ])('%s becomes %s', (entry, target) => {
    expect(chooseTarget(entry)).toBe(target)
  })
})
