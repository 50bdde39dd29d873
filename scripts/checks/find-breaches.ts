import { readdirSync } from 'node:fs'
import path from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'

const rulesFile = path.resolve(import.meta.dirname, '../../.dependency-cruiser.cjs')

/**
 * Every import under `folder`/src that the rooms do not allow, as a line to print.
 * A file the tool could not read is a breach too: it once reported "no violations" after reading nothing.
 */
export async function findBreaches(folder: string): Promise<string[]> {
  const options = await extractOptions(rulesFile)
  const { output } = await cruise(['src'], { ...options, baseDir: folder, validate: true })
  const { modules, summary } = output as ICruiseResult
  const read = new Set(modules.map(({ source }) => source))
  const files = listSources(folder)
  const unread = files.filter((file) => !read.has(file)).map((file) => `${file}: could not be read`)
  const found = summary.violations.map(({ from, to, rule }) => `${from} → ${to}: ${rule.name}`)
  return files.length === 0 ? ['src: there is nothing to check'] : [...unread, ...found]
}

function listSources(folder: string): string[] {
  return readdirSync(path.join(folder, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
}
