import { open, stat } from 'node:fs/promises'
import { AppError } from '../domain/app-error.ts'
import { mostLogoBytes, refuseLargeLogo, refuseLogo } from '../domain/logo.ts'
import { readErrorCode } from './storage-error.ts'

function describe(code: string): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'this file is not there any more. Please choose another one.'
    case 'EACCES':
    case 'EPERM':
      return 'CareSheet may not read this file. Please choose another one.'
    default:
      return `this file cannot be read (${code === '' ? 'an unknown fault' : code}). Please choose another one.`
  }
}

/**
 * Reads a file that is to be a logo. Its size is asked for before anything of it is read, and a pipe or a device is never opened.
 * @throws AppError bad-input with the reason
 */
export async function readLogoFile(path: string): Promise<Uint8Array> {
  try {
    const about = await stat(path)
    if (!about.isFile()) throw refuseLogo('this is no file. Please choose a PNG, JPEG or SVG picture.')
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
