import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { describeMeasure } from '../../src/cli/describe-measure.ts'
import { measureGlyphs } from '../../src/cli/measure-glyphs.ts'
import { loadContent } from '../../src/content/load-content.ts'
import { loadFonts } from '../../src/pdf/load-fonts.ts'
import { change, copyContent, glossaryFile, shipped, wordsFile } from '../content/plant.ts'

const project = path.resolve(import.meta.dirname, '../..')
const fonts = loadFonts(path.join(project, 'out/fonts'))
const report = (folder: string) =>
  spawnSync(process.execPath, [path.join(project, 'src/cli/report-content.ts'), folder], { encoding: 'utf8' })

test('every character of the shipped content can be printed', () => {
  expect(measureGlyphs(loadContent(shipped), fonts).misses).toEqual([])
})

test('a character no font has is named, in the words and in the terms', () => {
  const folder = copyContent()
  change(folder, wordsFile, 'Get plenty of rest.', 'Get plenty of rest 🛏.')
  change(folder, glossaryFile, 'medicines that lower cholesterol', 'medicines 💊')
  expect(measureGlyphs(loadContent(folder), fonts).misses.map(({ message }) => message)).toEqual([
    'Characters the fonts can print: No font has "🛏".',
    'Characters the fonts can print: No font has "💊".',
  ])
})

test('the report prints every measure, the README shows its figures, and it fails where a gate does', () => {
  const good = report(shipped)
  expect(good.status).toBe(0)
  expect(good.stdout).toContain('Facts of the seed: holds (every fact is carried)\n  61 of 61 carried\n')
  expect(good.stdout).not.toContain('FAILS')
  const shown = /content:report`(?:.|\n)*?```\n((?:.|\n)*?)```/u.exec(
    readFileSync(path.join(project, 'README.md'), 'utf8'),
  )
  const lines = shown?.[1]?.split('\n').filter((line) => line !== '') ?? []
  expect(lines.length, 'lines of the report in README.md').toBeGreaterThan(20)
  expect(lines.filter((line) => !good.stdout.includes(line))).toEqual([])

  const folder = copyContent()
  change(folder, wordsFile, 'Get plenty of rest.', 'Plenty of rest is good.')
  const bad = report(folder)
  expect(bad.status).toBe(1)
  expect(bad.stdout).toContain('Verb first: FAILS')
})

test('what is only told has no gate', () => {
  expect(describeMeasure({ name: 'Length', gate: '', figures: ['7'], misses: [] })).toBe('Length: told\n  7')
})
