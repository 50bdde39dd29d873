// Run as a process of its own by official-electron.ts. Exit code 0: Electron is in node_modules/electron/dist.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { downloadArtifact } from '@electron/get'
import { electronPackageFolder } from './electron-package.ts'

const answerLimitSeconds = 15

if (await isWithinReach()) createRequire(import.meta.url)(path.join(electronPackageFolder, 'install.js'))
else process.exitCode = 1

/**
 * Asks only for the headers first: a firewall that swallows packets would otherwise hold up a start for minutes.
 * Electron's own downloader chooses the address, so mirrors and its cache count as they do in the real download.
 */
async function isWithinReach(): Promise<boolean> {
  const manifest = readFileSync(path.join(electronPackageFolder, 'package.json'), 'utf8')
  const { version } = JSON.parse(manifest) as { version: string }
  let hasAnswered = false
  const download = async (url: string): Promise<void> => {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(answerLimitSeconds * 1000) })
    hasAnswered = answer.ok
    throw new Error('Only asked, not downloaded')
  }
  try {
    const { platform, arch } = process
    await downloadArtifact({ version, artifactName: 'electron', platform, arch, downloader: { download } })
    return true // it was in the downloader's cache
  } catch {
    return hasAnswered
  }
}
