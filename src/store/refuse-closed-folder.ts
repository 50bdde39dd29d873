import { randomUUID } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../domain/app-error.ts'
import { tell } from '../domain/message.ts'

/** Tries a folder that was chosen for copies, by a file that is there for an instant. @throws AppError storage-failed */
export function refuseClosedFolder(folder: string): void {
  const trial = join(folder, `.caresheet-${randomUUID()}.part`)
  try {
    writeFileSync(trial, '', { flag: 'wx', mode: 0o600 })
    rmSync(trial)
  } catch {
    throw new AppError('storage-failed', tell('folder-closed', { folder }))
  }
}
