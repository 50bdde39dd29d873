import { execFileSync } from 'node:child_process'
import { chmodSync, closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mostLogoBytes } from '../../src/domain/logo.ts'
import { readLogoFile } from '../../src/store/read-logo-file.ts'
import { useTempFolder } from './temp-folder.ts'

const folder = useTempFolder()
const path = () => join(folder(), '标志 logo.png')

/** A file that says it has so many bytes, and takes none of the disk. */
function makeLarge(bytes: number): void {
  const file = openSync(path(), 'w')
  ftruncateSync(file, bytes)
  closeSync(file)
}

test('a file is read as it is, up to the largest a logo may have', async () => {
  writeFileSync(path(), new Uint8Array([1, 2, 3]))
  expect(await readLogoFile(path())).toEqual(new Uint8Array([1, 2, 3]))
  makeLarge(mostLogoBytes)
  expect(await readLogoFile(path())).toHaveLength(mostLogoBytes)
})

test.each([
  [50_000_000, '50 MB'],
  [8_000_000_000, '8000 MB'],
])('a file of %i bytes is refused by its size, with the limit', async (bytes, said) => {
  makeLarge(bytes)
  await expect(readLogoFile(path())).rejects.toMatchObject({
    code: 'bad-input',
    problems: [
      {
        field: 'logo',
        message: `Logo: this file has ${said}, and a logo may have 5 MB at most. Please choose a smaller one.`,
      },
    ],
  })
})

test('a file that is gone, a folder and a pipe: a sentence each', async () => {
  await expect(readLogoFile(path())).rejects.toThrow(
    'Logo: this file is not there any more. Please choose another one.',
  )
  mkdirSync(path())
  await expect(readLogoFile(path())).rejects.toThrow('Logo: this is no file.')
  if (process.platform === 'win32') return
  const pipe = join(folder(), 'pipe.png')
  execFileSync('mkfifo', [pipe])
  await expect(readLogoFile(pipe)).rejects.toThrow('Logo: this is no file.')
})

// Root may read everything.
test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'a file that may not be read: a sentence',
  async () => {
    writeFileSync(path(), 'x')
    chmodSync(path(), 0)
    await expect(readLogoFile(path())).rejects.toThrow('Logo: CareSheet may not read this file.')
  },
)
