import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { isOnPath } from './missing-programs.ts'

const packageLists = '/var/lib/apt/lists'

/** The arguments for one apt-get call that asks nothing and brings nothing more than it must. */
export function aptArguments(packages: readonly string[]): string[] {
  return ['install', '-y', '--no-install-recommends', ...packages]
}

/** Debian 13 and Ubuntu 24.04 renamed some libraries (libcups2 is libcups2t64 there): takes the name this system knows. */
export function chooseKnownName(name: string, known: ReadonlySet<string>): string {
  return known.has(`${name}t64`) ? `${name}t64` : name
}

/**
 * Installs Debian packages where that needs no question (root, apt-get); elsewhere says the exact command and throws.
 * A missing program is never a reason to skip a test.
 */
export function installPrograms(packages: readonly string[]): void {
  if (packages.length === 0) return
  if (!isOnPath('apt-get'))
    throw new Error(
      `These programs or libraries are missing: ${packages.join(', ')} (Debian's names). Install them first.`,
    )
  const isRoot = process.getuid?.() === 0
  if (isRoot && !hasPackageLists()) runApt(['update'])
  const names = packages.map((name) => chooseKnownName(name, listNamesLike(name)))
  if (!isRoot)
    throw new Error(
      `Some system packages are missing. Install them and try again:\n  sudo apt-get ${aptArguments(names).join(' ')}`,
    )
  console.log(`Installing system packages: ${names.join(', ')}…`)
  if (runApt(aptArguments(names)).status === 0) return
  runApt(['update']) // lists older than the archive name files that are gone
  const { status, output } = runApt(aptArguments(names))
  if (status !== 0) throw new Error(`apt-get ${aptArguments(names).join(' ')} failed:\n${output}`)
}

function runApt(args: readonly string[]): { status: number | null; output: string } {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status, stdout, stderr } = spawnSync('apt-get', args, {
    encoding: 'utf8',
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return { status, output: `${stdout}${stderr}` }
}

function hasPackageLists(): boolean {
  return readdirSync(packageLists).some((name) => /_Packages(?:\.|$)/.test(name))
}

function listNamesLike(name: string): Set<string> {
  const { stdout } = spawnSync('apt-cache', ['pkgnames', name], { encoding: 'utf8' })
  return new Set((stdout ?? '').split('\n'))
}
