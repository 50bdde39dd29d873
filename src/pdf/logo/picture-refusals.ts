import { tell } from '../../domain/message.ts'
import type { AppError } from '../../domain/app-error.ts'
import { refuseLogo } from '../../domain/logo.ts'

/** For a picture that cannot be read to its end. */
export function damaged(): AppError {
  return refuseLogo(tell('logo-damaged'))
}

/** For a picture that would not be seen. */
export function tooPale(): AppError {
  return refuseLogo(tell('logo-pale'))
}

/** Refuses a picture by its size in pixels, before anything of it is unpacked. @throws AppError bad-input */
export function refuseSize(width: number, height: number, mostPixels: number): void {
  if (width === 0 || height === 0) throw refuseLogo(tell('logo-no-size'))
  if (width * height > mostPixels) throw refuseLogo(tell('logo-many-pixels', { width, height, most: mostPixels / 1e6 }))
}
