import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeFileWhole } from '../../src/store/write-file-whole.ts'
import { canHaveSmallDisk, runOnSmallDisk } from './small-disk.ts'
import { useTempFolder } from './temp-folder.ts'

const folder = useTempFolder()
const bytes = new TextEncoder().encode('a sheet')

test('the file is there whole, private, and alone', async () => {
  const path = join(folder(), 'blatt 诊所 "1".pdf')
  await writeFileWhole(path, bytes)
  expect(readFileSync(path, 'utf8')).toBe('a sheet')
  expect(readdirSync(folder())).toHaveLength(1)
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('an existing file is replaced, and one that was readable by all is not any more', async () => {
  const path = join(folder(), 'a.pdf')
  writeFileSync(path, 'the old one, which is longer')
  chmodSync(path, 0o644)
  await writeFileWhole(path, bytes)
  expect(readFileSync(path, 'utf8')).toBe('a sheet')
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('a name taken by a folder: a sentence, and nothing left behind', async () => {
  mkdirSync(join(folder(), 'a.pdf', 'full'), { recursive: true })
  await expect(writeFileWhole(join(folder(), 'a.pdf'), bytes)).rejects.toMatchObject({
    code: 'save-failed',
    message: 'The file was not saved. A folder has this name. Please choose another name.',
  })
  expect(readdirSync(folder())).toEqual(['a.pdf'])
})

test('a folder that is gone: a sentence', async () => {
  await expect(writeFileWhole(join(folder(), 'none', 'a.pdf'), bytes)).rejects.toThrow(/folder does not exist/)
  expect(readdirSync(folder())).toEqual([])
})

test.skipIf(process.platform === 'win32')('a pipe or a device is never replaced', async () => {
  const pipe = join(folder(), 'a.pdf')
  execFileSync('mkfifo', [pipe])
  await expect(writeFileWhole(pipe, bytes)).rejects.toThrow(/belongs to the system/)
  expect(statSync(pipe).isFIFO()).toBe(true)
})

test('a name that is too long: a sentence, and nothing left behind', async () => {
  await expect(writeFileWhole(join(folder(), `${'a'.repeat(300)}.pdf`), bytes)).rejects.toThrow(/name is too long/)
  expect(readdirSync(folder())).toEqual([])
})

test.skipIf(!canHaveSmallDisk)('a full disk: a sentence, and the old file as it was', () => {
  const source = join(import.meta.dirname, '../../src/store/write-file-whole.ts')
  const said = runOnSmallDisk(`
    import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
    import { writeFileWhole } from ${JSON.stringify(source)}
    writeFileSync('a.pdf', 'the old one')
    const reason = await writeFileWhole('a.pdf', new Uint8Array(20_000)).catch((error) => error.message)
    console.log(JSON.stringify({ reason, files: readdirSync('.'), old: readFileSync('a.pdf', 'utf8') }))
  `)
  expect(JSON.parse(said ?? '')).toEqual({
    reason: 'The file was not saved. The disk is full. Please free some space, or choose another folder.',
    files: ['a.pdf'],
    old: 'the old one',
  })
})
