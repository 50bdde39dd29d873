import { deepStrictEqual } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { listPackage } from '@electron/asar'
import { arePackagesInstalled, installPackages } from '../bootstrap/installed-packages.mjs'
import { listLoadedPackages } from '../build/list-licences.ts'
import { fuses } from '../package/fuses.ts'
import { listNativeFiles } from '../package/stage-app.ts'
import { readFuses } from '../package/stage-electron.ts'
import { projectFolder } from '../project-folder.ts'

const folder = path.join(projectFolder, 'scripts/release')

function run(script: string, ...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(folder, script), ...args], {
    cwd: projectFolder,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${script} failed:\n${stdout}${stderr}`)
}

/** Paths within an archive, without the folder `node_modules`. */
const listOwnFiles = (archive: string): string[] =>
  listPackage(archive, { isPack: false }).filter((file) => !file.startsWith('/node_modules'))

/** Names of the packages within an archive. */
function listPackages(archive: string): string[] {
  const names = listPackage(archive, { isPack: false }).map((file) =>
    /^\/node_modules\/((?:@[^/]+\/)?[^@/][^/]*)/u.exec(file),
  )
  return [...new Set(names.flatMap((found) => found?.[1] ?? []))].toSorted()
}

/**
 * Packs the app by electron-builder as the release workflow does, but with the Electron at hand and for this system alone.
 * @param own the archive of our own package, which must have the same in it
 * @param work a folder to work in
 * @throws Error saying what electron-builder refused, or what differs
 */
export async function tryBuilder(electron: string, own: string, work: string): Promise<void> {
  if (!arePackagesInstalled(folder)) installPackages(folder, ['--ignore-scripts'])
  run('prepare-release.ts')
  const options = ['--config', path.join(folder, 'electron-builder.mjs'), '--publish', 'never']
  const changed = [`-c.electronDist=${electron}`, `-c.directories.output=${path.join(work, 'builder')}`]
  run('node_modules/electron-builder/cli.js', '--linux', 'dir', ...options, ...changed)
  const built = path.join(work, 'builder/linux-unpacked')
  const archive = path.join(built, 'resources/app.asar')
  deepStrictEqual(listOwnFiles(archive).toSorted(), listOwnFiles(own).toSorted())
  deepStrictEqual(listPackages(archive), listLoadedPackages())
  deepStrictEqual(await readFuses(path.join(built, 'caresheet')), fuses)
  deepStrictEqual(listNativeFiles(path.join(built, 'resources/app.asar.unpacked')).length, 1)
  deepStrictEqual(readdirSync(path.join(built, 'resources/notices')).toSorted(), [
    'THIRD-PARTY-LICENCES.txt',
    'sbom.cdx.json',
  ])
}
