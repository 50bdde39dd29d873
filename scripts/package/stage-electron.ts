import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'
import { fuses, type FuseName } from './fuses.ts'

/** Chromium's own words in the languages of the window. */
const locales = /^(?:en-US|en-GB|zh-CN|es|es-419)\.pak$/u

/** The version of an Electron that lies in a folder. */
export function readElectronVersion(folder: string): string {
  return readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/u, '')
}

/** Copies Electron without what the app does not use, under the app's name. */
export function stageElectron(from: string, to: string): void {
  cpSync(from, to, {
    recursive: true,
    filter: (file) => {
      const inside = path.relative(from, file).split(path.sep)
      if (inside[0] === 'locales' && inside[1] !== undefined) return locales.test(inside[1])
      return !(inside[0] === 'resources' && inside[1] !== undefined) && inside[0] !== 'version'
    },
  })
  renameSync(path.join(to, 'electron'), path.join(to, 'caresheet'))
  rmSync(path.join(to, 'resources/default_app.asar'), { force: true })
}

/**
 * Sets the fuses of an executable and reads them back.
 * @param isDriven leaves the one on by which tests drive the app
 * @throws Error naming a fuse that did not take
 */
export async function setFuses(executable: string, isDriven: boolean): Promise<void> {
  const wanted = { ...fuses, EnableNodeCliInspectArguments: isDriven }
  const names = Object.keys(wanted) as FuseName[]
  await flipFuses(executable, {
    version: FuseVersion.V1,
    ...Object.fromEntries(names.map((name) => [FuseV1Options[name], wanted[name]])),
  })
  const found = await readFuses(executable)
  const wrong = names.filter((name) => found[name] !== wanted[name])
  if (wrong.length > 0) throw new Error(`These fuses could not be set: ${wrong.join(', ')}.`)
}

const on = '1'.codePointAt(0)

/** How the fuses of an executable stand. */
export async function readFuses(executable: string): Promise<Record<FuseName, boolean>> {
  if (!existsSync(executable)) throw new Error(`${executable} is not there.`)
  const wire: Partial<Record<FuseV1Options, number>> = { ...(await getCurrentFuseWire(executable)) }
  const names = Object.keys(fuses) as FuseName[]
  return Object.fromEntries(names.map((name) => [name, wire[FuseV1Options[name]] === on])) as Record<FuseName, boolean>
}
