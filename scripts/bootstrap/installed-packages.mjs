// Runs before anything is installed and on Node 20, so: Node's own modules only, no TypeScript.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { makeNpmCommand } from './npm-command.mjs'

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage */
/** @typedef {Record<string, LockedPackage>} LockedPackages */

/**
 * Says whether node_modules holds what the lockfile asks for, so that a second start needs neither time nor network.
 * npm leaves the proof itself: the last thing an install writes is node_modules/.package-lock.json.
 *
 * @param {string} projectFolder
 * @returns {boolean}
 */
export function arePackagesInstalled(projectFolder) {
  const wanted = readPackages(path.join(projectFolder, 'package-lock.json'))
  const present = readPackages(path.join(projectFolder, 'node_modules', '.package-lock.json'))
  return wanted !== null && present !== null && holdsEveryPackage(present, wanted)
}

/**
 * Optional packages may be absent (they belong to another kind of machine), but nothing may have another version or be left over.
 *
 * @param {LockedPackages} present
 * @param {LockedPackages} wanted
 * @returns {boolean}
 */
export function holdsEveryPackage(present, wanted) {
  const isRight = (/** @type {string} */ folder) => {
    const found = present[folder]
    const locked = wanted[folder]
    if (found === undefined) return locked?.optional === true
    return found.version === locked?.version && found.integrity === locked?.integrity
  }
  const folders = new Set([...Object.keys(wanted), ...Object.keys(present)])
  folders.delete('') // the project itself
  return [...folders].every(isRight)
}

/**
 * Installs exactly the lockfile. What npm says is kept back unless it fails: `npm run sheet` writes its answer to stdout.
 *
 * @param {string} projectFolder
 * @param {string[]} [more] further options of npm ci
 */
export function installPackages(projectFolder, more = []) {
  process.stderr.write('Installing packages (once, about half a minute)…\n')
  const npm = makeNpmCommand([
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...more,
  ])
  const result = spawnSync(npm.command, npm.options, { cwd: projectFolder, encoding: 'utf8', shell: npm.shell })
  if (result.status === 0) return
  process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}\n`)
  process.stderr.write('The packages could not be installed (npm ci). The first start needs a network.\n')
  process.exit(1)
}

/**
 * @param {string} lockfile
 * @returns {LockedPackages | null}
 */
function readPackages(lockfile) {
  try {
    return JSON.parse(readFileSync(lockfile, 'utf8')).packages
  } catch {
    return null
  }
}
