import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashInputs, isBuilt, removeStamp, stampBuild } from '../../scripts/build/build-stamp.mjs'

let folder: string

function write(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  writeFileSync(path.join(folder, name), text)
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'caresheet-stamp-'))
  write('src/main/index.ts', 'start()')
  write('content/wording/en.yaml', 'title: Advice')
  write('package-lock.json', '{}')
  write('out/main/index.cjs', 'start()')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('is the build up to date?', () => {
  test('not before the first build, and not after one that broke off', () => {
    const hash = hashInputs(folder)
    expect(isBuilt(folder, hash)).toBe(false)
    stampBuild(folder, hash)
    expect(isBuilt(folder, hash)).toBe(true)
    removeStamp(folder)
    expect(isBuilt(folder, hash)).toBe(false)
  })

  test('dates and files the build is not made from do not matter', () => {
    const hash = hashInputs(folder)
    utimesSync(path.join(folder, 'src/main/index.ts'), 0, 0)
    write('docs/notes.md', 'words')
    write('tests/new.test.ts', 'test()')
    expect(hashInputs(folder)).toBe(hash)
  })

  test.each([
    ['code', 'src/main/index.ts'],
    ['content', 'content/wording/en.yaml'],
    ['a new file', 'src/domain/new.ts'],
    ['a package', 'package-lock.json'],
    ['how it is built', 'electron.vite.config.ts'],
  ])('%s that changes makes it stale', (_, file) => {
    const hash = hashInputs(folder)
    write(file, 'changed')
    expect(hashInputs(folder)).not.toBe(hash)
  })

  test('a file that moves makes it stale', () => {
    const hash = hashInputs(folder)
    rmSync(path.join(folder, 'src/main/index.ts'))
    write('src/main/start.ts', 'start()')
    expect(hashInputs(folder)).not.toBe(hash)
  })
})
