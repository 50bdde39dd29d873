import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readAbout } from '../../src/main/read-about.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'caresheet-about-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const made = { ...process.versions, electron: '45.4.1', chrome: '152.0.1' }
const zod = { name: 'zod', version: '4.0.0', licence: 'MIT' }

function about(written: string, runs = '45.4.1') {
  const file = join(folder, 'licences.json')
  writeFileSync(file, written)
  return readAbout(file, '0.1.0', { ...made, electron: runs })
}

test('the parts of others are named, Electron and what is within it first', () => {
  const { licences, standsInFor } = about(JSON.stringify({ electron: '45.4.1', licences: [zod] }))
  expect(licences.map(({ name }) => name)).toEqual(['Electron', 'Chromium', 'Node.js', 'zod'])
  expect(standsInFor).toBeNull()
})

test('another Electron than the one this was made for says so', () => {
  expect(about(JSON.stringify({ electron: '45.4.1', licences: [] }), '33.2.1')).toMatchObject({
    electron: '33.2.1',
    standsInFor: '45.4.1',
  })
})

test('a list that cannot be read hides no version', () => {
  expect(about('half a li')).toMatchObject({ version: '0.1.0', electron: '45.4.1', standsInFor: null })
})
