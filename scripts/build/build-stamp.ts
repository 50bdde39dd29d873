import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const inputs = [
  'src',
  'content',
  'resources',
  'scripts/build',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]

/** A hash of everything the build is made from. By content, not by date: a fresh checkout has new dates and the same build. */
export function hashInputs(projectFolder: string): string {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap((input) => listFiles(path.join(projectFolder, input)))) {
    hash.update(path.relative(projectFolder, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/** Is out/ the build of just these inputs? */
export function isBuilt(projectFolder: string, inputsHash: string): boolean {
  const stamp = stampFile(projectFolder)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === inputsHash
}

/** Written last, when the whole build has succeeded. */
export function stampBuild(projectFolder: string, inputsHash: string): void {
  writeFileSync(stampFile(projectFolder), inputsHash)
}

/** Removed before anything in out/ changes, so that a build that breaks off is never taken for a good one. */
export function removeStamp(projectFolder: string): void {
  rmSync(stampFile(projectFolder), { force: true })
}

function stampFile(projectFolder: string): string {
  return path.join(projectFolder, 'out', '.built-from')
}

function listFiles(fileOrFolder: string): string[] {
  if (!existsSync(fileOrFolder)) return []
  if (statSync(fileOrFolder).isFile()) return [fileOrFolder]
  return readdirSync(fileOrFolder)
    .toSorted()
    .flatMap((name) => listFiles(path.join(fileOrFolder, name)))
}
