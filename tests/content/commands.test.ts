import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { Library } from '../../src/domain/library.ts'
import { readContent } from '../../src/content/read-content.ts'
import { addPinyin } from '../../src/content/spell-pinyin.ts'
import { change, copyContent, topicFile, wordsFile } from './plant.ts'

const project = path.resolve(import.meta.dirname, '../..')
const run = (script: string, ...options: string[]) =>
  spawnSync(process.execPath, [path.join(project, 'src/cli', script), ...options], { encoding: 'utf8' })

test('check-content says in one line that all is well', () => {
  const { status, stdout, stderr } = run('check-content.ts')
  expect(stderr).toBe('')
  expect(stdout).toMatch(/^content: 1 topic, .* languages en, es, zh-CN\n$/u)
  expect(status).toBe(0)
})

test('check-content prints each problem on a line of its own and fails', () => {
  const folder = copyContent()
  const first = change(folder, wordsFile, 'Get plenty of rest.', 'Rest protects you.')
  const second = change(folder, topicFile, 'facts: [ex.rest]', 'facts: [ex.resting]')
  const { status, stdout, stderr } = run('check-content.ts', folder)
  const places = stderr
    .trim()
    .split('\n')
    .map((line) => line.split(' ')[0])
  expect(places).toContain(`${wordsFile}:${first}`)
  expect(places).toContain(`${topicFile}:${second}`)
  expect(stdout).toBe('')
  expect(status).toBe(1)
})

test('build-library writes the library whole, and nothing else', () => {
  const folder = copyContent()
  const out = path.join(path.dirname(folder), 'built/library.json')
  expect(run('build-library.ts', out, folder)).toMatchObject({ status: 0, stdout: '', stderr: '' })
  const library = Library.parse(JSON.parse(readFileSync(out, 'utf8')))
  expect(library).toEqual(addPinyin(readContent(folder)))
  expect(library.pinyin['脂肪肝']).toBe('zhi fang gan')
  expect(readdirSync(path.dirname(out))).toEqual(['library.json'])
})

test('build-library leaves the old library alone when the content is spoilt', () => {
  const folder = copyContent()
  const out = path.join(path.dirname(folder), 'library.json')
  writeFileSync(out, 'old')
  const line = change(folder, topicFile, 'kind: stop', 'kind: maybe')
  const { status, stderr } = run('build-library.ts', out, folder)
  expect(status).toBe(1)
  expect(stderr).toContain(`${topicFile}:${line} `)
  expect(readFileSync(out, 'utf8')).toBe('old')
})
