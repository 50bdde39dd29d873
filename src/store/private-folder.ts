import { chmodSync, mkdirSync } from 'node:fs'

/** Makes a folder that only this account may enter, or closes one that others could enter. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
}
