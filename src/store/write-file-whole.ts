import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { lstat, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../domain/app-error.ts'
import { tell, type Message } from '../domain/message.ts'
import { notePart } from './part-notes.ts'
import { nameFault, readErrorCode } from './storage-error.ts'

function describe(code: string): Message {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return tell('save-disk-full')
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return tell('save-no-access')
    case 'ENOENT':
    case 'ENOTDIR':
      return tell('save-no-folder')
    case 'EISDIR':
    case 'ENOTEMPTY':
      return tell('save-folder-name')
    case 'ENAMETOOLONG':
      return tell('save-name-long')
    case 'EBUSY':
      return tell('save-file-busy')
    default:
      return tell('save-unknown', { fault: nameFault(code) })
  }
}

/** Makes a rename survive a power cut. Windows and some network disks cannot do it, and the file is in place already. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch {
    // Nothing can be done about it, and saying that the file was not saved would be untrue.
  }
}

/** Refuses to put a file where a device or a pipe is: replacing one of those breaks the computer. */
async function refuseSpecialFile(path: string): Promise<void> {
  const there = await lstat(path).catch(() => undefined)
  if (there && !there.isFile() && !there.isDirectory() && !there.isSymbolicLink())
    throw new AppError('save-failed', tell('save-failed', { why: tell('save-system-name') }))
}

/**
 * Writes a file so that it is there whole or not at all, readable by this account only. An existing file is replaced.
 * @param notes a folder where it is noted which half file a kill would leave, for `sweepParts`
 * @throws AppError save-failed with the reason; nothing is left behind
 */
export async function writeFileWhole(path: string, bytes: Uint8Array, notes?: string): Promise<void> {
  await refuseSpecialFile(path)
  const folder = dirname(path)
  const id = randomUUID()
  const part = join(folder, `.caresheet-${id}.part`)
  const note = notes === undefined ? null : notePart(notes, id, part)
  try {
    const handle = await open(part, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    throw new AppError('save-failed', tell('save-failed', { why: describe(readErrorCode(error)) }))
  } finally {
    if (note !== null) rmSync(note, { force: true })
  }
  await syncFolder(folder)
}
