import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readDeclaredElectron } from '../electron/electron-package.ts'
import { projectFolder } from '../project-folder.ts'

/** What Vite bundles into the window; what it needs in turn comes with it. */
const bundled = [
  'react',
  'react-dom',
  'react-aria-components',
  'i18next',
  'react-i18next',
  '@tanstack/react-query',
  'zustand',
  'pdfjs-dist',
]
const fonts = ['@expo-google-fonts/noto-sans', '@expo-google-fonts/noto-sans-sc']

type Locked = {
  readonly version: string
  readonly license?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly optional?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
}

/** The first line of a package's licence file, for one that names its licence nowhere else; empty where it has none. */
function readLicenceTitle(name: string): string {
  const file = path.join(projectFolder, 'node_modules', name, 'LICENSE')
  return existsSync(file) ? (readFileSync(file, 'utf8').trim().split('\n')[0] ?? '').trim() : ''
}

function readLock(): Readonly<Record<string, Locked>> {
  // npm writes the file and its shape is fixed by `lockfileVersion` 3
  const lock = JSON.parse(readFileSync(path.join(projectFolder, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>
  }
  return lock.packages
}

/** These packages and all that they need in turn, as the lockfile has them. */
function listNeeded(names: readonly string[]): ReadonlyMap<string, Locked> {
  const packages = readLock()
  const needed = new Map<string, Locked>()
  const add = (name: string): void => {
    const locked = packages[`node_modules/${name}`]
    if (locked === undefined || needed.has(name) || locked.optional === true) return
    needed.set(name, locked)
    for (const next of Object.keys(locked.dependencies ?? {})) add(next)
  }
  for (const name of names) add(name)
  return needed
}

const listDirect = (): string[] => Object.keys(readLock()['']?.dependencies ?? {})

/** What the build puts into the main process's own files, so that it is not loaded from node_modules. */
const builtIn = ['zod', 'color-string']

/** What the app loads from node_modules: the direct dependencies and all that they need, but for what is built in. */
export function listLoadedPackages(): string[] {
  return [...listNeeded(listDirect().filter((name) => !builtIn.includes(name))).keys()].toSorted()
}

/** A part of others that is shipped. */
export type ShippedPart = { readonly name: string; readonly version: string; readonly licence: string }

/** Everything of others that is shipped, with its licence, by name. */
export function listLicences(): ShippedPart[] {
  return [...listNeeded([...listDirect(), ...bundled, ...fonts])]
    .map(([name, { version, license }]) => ({ name, version, licence: license ?? readLicenceTitle(name) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Writes the list for the window's "About", and for which Electron this is made. @throws Error naming a package whose licence is not known */
export function writeLicences(): void {
  const licences = listLicences()
  const unknown = licences.filter(({ licence }) => licence === '').map(({ name }) => name)
  if (unknown.length > 0) throw new Error(`No licence is known of ${unknown.join(', ')}.`)
  writeFileSync(
    path.join(projectFolder, 'out/licences.json'),
    `${JSON.stringify({ electron: readDeclaredElectron(), licences })}\n`,
  )
}
