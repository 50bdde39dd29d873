import type { AppError } from '../../domain/app-error.ts'
import { refuseLogo } from '../../domain/logo.ts'

/** For a picture that cannot be read to its end. */
export function damaged(): AppError {
  return refuseLogo('this picture is damaged, or a part of it is missing. Please choose the original file.')
}

/** For a picture that would not be seen. */
export function tooPale(): AppError {
  return refuseLogo('this picture would hardly be seen on white paper. Please choose the one made for white paper.')
}

/** Refuses a picture by its size in pixels, before anything of it is unpacked. @throws AppError bad-input */
export function refuseSize(width: number, height: number, mostPixels: number): void {
  if (width === 0 || height === 0) throw refuseLogo('this picture has no size. Please choose another one.')
  if (width * height > mostPixels)
    throw refuseLogo(
      `this picture is ${width} × ${height} pixels, and a logo may have ${mostPixels / 1e6} million at most. Please choose a smaller one.`,
    )
}
