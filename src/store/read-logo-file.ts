import { open, stat } from 'node:fs/promises'
import { AppError } from '../domain/app-error.ts'
import { tell, type Message } from '../domain/message.ts'
import { mostLogoBytes, refuseLargeLogo, refuseLogo } from '../domain/logo.ts'
import { nameFault, readErrorCode } from './storage-error.ts'

function describe(code: string): Message {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return tell('logo-gone')
    case 'EACCES':
    case 'EPERM':
      return tell('logo-no-access')
    default:
      return tell('logo-unreadable', { fault: nameFault(code) })
  }
}

/**
 * Reads a file that is to be a logo. Its size is asked for before anything of it is read, and a pipe or a device is never opened.
 * @throws AppError bad-input with the reason
 */
export async function readLogoFile(path: string): Promise<Uint8Array> {
  try {
    const about = await stat(path)
    if (!about.isFile()) throw refuseLogo(tell('logo-no-file'))
    if (about.size > mostLogoBytes) throw refuseLargeLogo(about.size)
    const handle = await open(path, 'r')
    try {
      // One byte more than is allowed: a file that grew meanwhile is refused too.
      const room = new Uint8Array(mostLogoBytes + 1)
      let read = 0
      for (let got = -1; got !== 0 && read < room.length; read += got)
        got = (await handle.read(room, read, room.length - read)).bytesRead
      if (read > mostLogoBytes) throw refuseLargeLogo(read)
      return room.slice(0, read)
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw refuseLogo(describe(readErrorCode(error)))
  }
}
