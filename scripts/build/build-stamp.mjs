// Plain JavaScript, so that `npm run sheet` can ask before it hands over to Node 24.
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

/**
 * A hash of everything the build is made from. By content, not by date: a fresh checkout has new dates and the same build.
 *
 * @param {string} projectFolder
 */
export function hashInputs(projectFolder) {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap((input) => listFiles(path.join(projectFolder, input)))) {
    hash.update(path.relative(projectFolder, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/**
 * Is out/ the build of just these inputs?
 *
 * @param {string} projectFolder
 * @param {string} inputsHash
 */
export function isBuilt(projectFolder, inputsHash) {
  const stamp = stampFile(projectFolder)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === inputsHash
}

/**
 * Written last, when the whole build has succeeded.
 *
 * @param {string} projectFolder
 * @param {string} inputsHash
 */
export function stampBuild(projectFolder, inputsHash) {
  writeFileSync(stampFile(projectFolder), inputsHash)
}

/**
 * Removed before anything in out/ changes, so that a build that breaks off is never taken for a good one.
 *
 * @param {string} projectFolder
 */
export function removeStamp(projectFolder) {
  rmSync(stampFile(projectFolder), { force: true })
}

/** @param {string} projectFolder */
function stampFile(projectFolder) {
  return path.join(projectFolder, 'out', '.built-from')
}

/**
 * @param {string} fileOrFolder
 * @returns {string[]}
 */
function listFiles(fileOrFolder) {
  if (!existsSync(fileOrFolder)) return []
  if (statSync(fileOrFolder).isFile()) return [fileOrFolder]
  return readdirSync(fileOrFolder)
    .toSorted()
    .flatMap((name) => listFiles(path.join(fileOrFolder, name)))
}
