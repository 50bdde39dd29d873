import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findBreaches } from '../scripts/checks/find-breaches.ts'
import { findClockUse } from '../scripts/checks/find-clock-use.ts'
import { projectFolder } from '../scripts/project-folder.ts'

/** A small house in which every room uses something it may use. */
const cleanRooms = {
  'src/domain/sheet.ts': `import { z } from 'zod'\nexport const sheet = z.string()\nexport type Sheet = z.infer<typeof sheet>`,
  'src/ipc/contract.ts': `import { sheet } from '../domain/sheet.ts'\nexport const contract = { sheet }`,
  'src/content/read-content.ts': `import { readFile } from 'node:fs/promises'\nimport { parse } from 'yaml'\nexport const read = [readFile, parse]`,
  'src/pdf/render-sheet.ts': `import type { Sheet } from '../domain/sheet.ts'\nimport PDFDocument from 'pdfkit'\nexport const render = (sheet: Sheet) => [sheet, PDFDocument]`,
  'src/store/open-database.ts': `import Database from 'better-sqlite3'\nexport const open = () => new Database(':memory:')`,
  'src/main/index.ts': `import { app } from 'electron'\nimport { open } from '../store/open-database.ts'\nexport const start = () => [app, open()]`,
  'src/preload/index.ts': `import { contextBridge } from 'electron'\nimport { contract } from '../ipc/contract.ts'\nexport const give = [contextBridge, contract]`,
  'src/renderer/main.tsx': `import { useState } from 'react'\nimport { sheet } from '../domain/sheet.ts'\nexport const App = () => <p>{String([useState, sheet])}</p>`,
  'src/cli/sheet.ts': `import { render } from '../pdf/render-sheet.ts'\nimport { open } from '../store/open-database.ts'\nexport const run = [render, open]`,
}

let folder: string

function writeFiles(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'caresheet-rooms-'))
  symlinkSync(path.join(projectFolder, 'node_modules'), path.join(folder, 'node_modules'), 'dir')
  writeFiles(cleanRooms)
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the rooms', () => {
  test('a tree that keeps the rules has no breaches', async () => {
    expect(await findBreaches(folder)).toEqual([])
  })

  test.each([
    ['src/domain/planted.ts', `import { app } from 'electron'\nexport const x = app`, 'node_modules/electron/'],
    ['src/domain/planted.ts', `import type { App } from 'electron'\nexport type X = App`, 'node_modules/electron/'],
    ['src/domain/planted.ts', `import { readFileSync } from 'node:fs'\nexport const x = readFileSync`, 'fs'],
    [
      'src/domain/planted.ts',
      `export const x = () => import('../store/open-database.ts')`,
      'src/store/open-database.ts',
    ],
    ['src/domain/planted.ts', `export { open } from '../store/open-database.ts'`, 'src/store/open-database.ts'],
    ['src/ipc/planted.ts', `import path from 'path'\nexport const x = path`, 'path'],
    [
      'src/pdf/planted.ts',
      `import type { open } from '../store/open-database.ts'\nexport type X = typeof open`,
      'src/store/open-database.ts',
    ],
    ['src/pdf/planted.ts', `import { parse } from 'yaml'\nexport const x = parse`, 'node_modules/yaml/'],
    [
      'src/content/planted.ts',
      `import { render } from '../pdf/render-sheet.ts'\nexport const x = render`,
      'src/pdf/render-sheet.ts',
    ],
    [
      'src/store/planted.ts',
      `import { read } from '../content/read-content.ts'\nexport const x = read`,
      'src/content/read-content.ts',
    ],
    [
      'src/preload/planted.ts',
      `import { sheet } from '../domain/sheet.ts'\nexport const x = sheet`,
      'src/domain/sheet.ts',
    ],
    [
      'src/renderer/planted.tsx',
      `import { start } from '../main/index.ts'\nexport const x = start`,
      'src/main/index.ts',
    ],
    [
      'src/renderer/planted.tsx',
      `import type { IpcRenderer } from 'electron'\nexport type X = IpcRenderer`,
      'node_modules/electron/',
    ],
    ['src/cli/planted.ts', `import { app } from 'electron'\nexport const x = app`, 'node_modules/electron/'],
    [
      'src/main/planted.ts',
      `import { App } from '../renderer/main.tsx'\nexport const x = App`,
      'src/renderer/main.tsx',
    ],
    [
      'src/attic/planted.ts',
      `import { sheet } from '../domain/sheet.ts'\nexport const x = sheet`,
      'src/domain/sheet.ts',
    ],
  ])('%s may not say %s', async (file, text, to) => {
    writeFiles({ [file]: text })
    const breaches = await findBreaches(folder)
    expect(breaches).toHaveLength(1)
    expect(breaches[0]).toContain(`${file} → `)
    expect(breaches[0]).toContain(to)
  })

  test('files that lead back to each other are named', async () => {
    writeFiles({
      'src/domain/one.ts': `import type { Two } from './two.ts'\nexport type One = Two | 1`,
      'src/domain/two.ts': `import type { One } from './one.ts'\nexport type Two = One[]`,
    })
    expect(await findBreaches(folder)).toContain('src/domain/one.ts → src/domain/two.ts: no cycles')
  })

  test('an import of nothing is a breach, not a gap in the check', async () => {
    writeFiles({ 'src/domain/planted.ts': `import { x } from './gone.ts'\nexport const y = x` })
    expect(await findBreaches(folder)).toHaveLength(1)
  })

  test('a folder with nothing to check does not pass', async () => {
    rmSync(path.join(folder, 'src'), { recursive: true })
    mkdirSync(path.join(folder, 'src'))
    expect(await findBreaches(folder)).toEqual(['src: there is nothing to check'])
  })
})

describe('the domain has no clock and no chance', () => {
  test.each([
    'Date.now()',
    'new Date()',
    'new Date',
    'Date()',
    'Math.random()',
    'performance.now()',
    'crypto.randomUUID()',
  ])('finds %s', (expression) => {
    expect(findClockUse(`const a = 1\nconst b = ${expression}\n`)).toEqual([2])
  })

  test.each([
    'new Date(2026, 0, 1)',
    'new Date(text)',
    'Date.UTC(2026, 0, 1)',
    'CalendarDate()',
    '// never new Date() here',
    '/** no\n Date.now() */',
  ])('lets %s be', (expression) => {
    expect(findClockUse(`const a = ${expression}\n`)).toEqual([])
  })

  test('no file in it uses either', () => {
    const domain = path.join(projectFolder, 'src/domain')
    const files = readdirSync(domain, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
    expect(files.length).toBeGreaterThan(0)
    const found = files.flatMap((file) =>
      findClockUse(readFileSync(path.join(domain, file), 'utf8')).map((line) => `src/domain/${file}:${line}`),
    )
    expect(found).toEqual([])
  })
})
