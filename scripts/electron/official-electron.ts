import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { electronPackageFolder } from './electron-package.ts'

const downloadLimitSeconds = 15 * 60

/** The executable that Electron's own installer has put in place, if it is there and of the version we pin. */
export function findInstalledElectron(): string | null {
  const { version } = JSON.parse(readFileSync(path.join(electronPackageFolder, 'package.json'), 'utf8')) as {
    version: string
  }
  const installed = readText(path.join(electronPackageFolder, 'dist', 'version')).replace(/^v/, '')
  const executable = path.join(
    electronPackageFolder,
    'dist',
    readText(path.join(electronPackageFolder, 'path.txt')) || 'electron',
  )
  return installed === version && existsSync(executable) ? executable : null
}

/**
 * Downloads the pinned Electron if the place it comes from answers. In a process of its own,
 * because only killing it ends a download that hangs, and because proxy settings are read when Node starts.
 */
export async function downloadElectron(): Promise<boolean> {
  const script = path.join(import.meta.dirname, 'download-electron.ts')
  const child = spawn(process.execPath, [script], {
    stdio: ['ignore', 'ignore', 'ignore'],
    env: { ...process.env, NODE_USE_ENV_PROXY: '1', ELECTRON_GET_USE_PROXY: undefined },
  })
  const limit = setTimeout(() => child.kill('SIGKILL'), downloadLimitSeconds * 1000)
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null))
    child.on('exit', resolve)
  })
  clearTimeout(limit)
  return code === 0
}

function readText(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
}
