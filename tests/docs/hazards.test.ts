import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '../../scripts/project-folder.ts'

const read = (file: string) => readFileSync(path.join(projectFolder, file), 'utf8')
const rows = read('docs/HAZARDS.md')
  .split('\n')
  .map((line) => line.split(' | ').map((cell) => cell.replaceAll(/^\| |\s*\|$/gu, '')))
  .filter(([number = '']) => /^\d+$/u.test(number))

test('the fifteen hazards are there, each with its weight, what stands against it, and a test', () => {
  expect(rows.map(([number]) => Number(number))).toEqual(Array.from({ length: 15 }, (_, index) => index + 1))
  for (const [, hazard = '', weight = '', against = '', shown = ''] of rows) {
    expect(hazard.length).toBeGreaterThan(10)
    expect(weight).toMatch(/^[1-5] · [1-5]$/u)
    expect(against).toMatch(/`(?:src|scripts|docs)\//u)
    expect(shown).toMatch(/`tests\//u)
  }
})

test.each(
  rows.flatMap(([number = '', , , against = '']) =>
    [...against.matchAll(/`((?:src|scripts|docs)\/[^`]+)`/gu)].map(([, file = '']) => [number, file] as const),
  ),
)('hazard %s: %s is there', (_number, file) => {
  expect(existsSync(path.join(projectFolder, file))).toBe(true)
})

const named = rows.flatMap(([number = '', , , , shown = '']) =>
  [...shown.matchAll(/`(tests\/[^`]+)`: "([^"]+)"/gu)].map(
    ([, file = '', title = '']) => [number, file, title] as const,
  ),
)

test('every test that is named has a title', () => {
  const files = rows.reduce((sum, [, , , , shown = '']) => sum + (shown.match(/`tests\//gu)?.length ?? 0), 0)
  expect([files >= 15, named.length]).toEqual([true, files])
})

test.each(named)('hazard %s: %s has "%s", and runs it', (_number, file, title) => {
  const line =
    read(file)
      .split('\n')
      .find((each) => each.includes(title)) ?? ''
  expect(line).not.toBe('')
  expect(read(file)).not.toMatch(/\b(?:test|it|describe)\.(?:only|todo|fails)\b/u)
})

test('there is a line for the signature of the clinical safety officer', () => {
  expect(read('docs/HAZARDS.md')).toMatch(/^Clinical safety officer: _{10,}/mu)
})
