import { AppError } from '../domain/app-error.ts'
import { tell } from '../domain/message.ts'
import type { Piece } from './piece.ts'

/**
 * Cuts a piece into what goes on each page. `findRoom` gives the height in points a page has, counted from 0.
 * @throws AppError printing-failed when a part fits on no page; it is never shrunk or clipped
 */
export function placePages(whole: Piece, findRoom: (page: number) => number): Piece[] {
  const pages: Piece[] = []
  let rest = whole
  while (rest.height > findRoom(pages.length)) {
    const parts = rest.split(findRoom(pages.length), findRoom(pages.length + 1))
    if (!parts) throw new AppError('printing-failed', tell('part-too-long'))
    pages.push(parts[0])
    rest = parts[1]
  }
  return [...pages, rest]
}
