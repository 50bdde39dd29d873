import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** The folder of the electron package: its version is the one we pin, its installer and its download live in it. */
export const electronPackageFolder = path.dirname(createRequire(import.meta.url).resolve('electron/package.json'))

/** The version we pin. */
export function readDeclaredElectron(): string {
  const manifest = readFileSync(path.join(electronPackageFolder, 'package.json'), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}
