import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const project = path.resolve(import.meta.dirname, '../..')
const page = readFileSync(path.join(project, 'docs/ARCHITECTURE.md'), 'utf8')
const code = readdirSync(path.join(project, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/u.test(file))
  .map((file) => readFileSync(path.join(project, 'src', file), 'utf8'))
  .join('\n')

/** Names as functions have them: two words or more, written as one. */
const listNames = (text: string) => new Set(text.match(/\b[a-z]+(?:[A-Z][a-z]+)+\b/gu))

const figure = /```\n(?<flow>content\/[\s\S]*?)```/u.exec(page)?.groups?.['flow'] ?? ''

test('every function in the figure of the flow, and every one named in the text, is one of the code', () => {
  const quoted = [...page.matchAll(/`([^`\n]+)`/gu)].map(([, name]) => name ?? '').join(' ')
  const names = [...listNames(figure), ...listNames(quoted)]
  expect(listNames(figure).size).toBeGreaterThan(20)
  const declared = (name: string) =>
    new RegExp(`\\b(?:function|const|readonly) ${name}\\b|\\b${name}: `, 'u').test(code)
  expect(names.filter((name) => !declared(name))).toEqual([])
})
