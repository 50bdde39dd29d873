import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { writeFileWhole } from '../store/write-file-whole.ts'

/** Where a window stood: pixels of the desktop. */
export const WindowPlace = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  isMaximized: z.boolean(),
})
export type WindowPlace = z.output<typeof WindowPlace>

type Area = Pick<WindowPlace, 'x' | 'y' | 'width' | 'height'>

/** Pixels of a window that must be in sight for someone to take hold of it. */
const leastInSight = 100

/** Whether enough of a place is on one of the screens there are now: one may have been unplugged. */
export function isInSight(place: Area, screens: readonly Area[]): boolean {
  return screens.some((screen) => {
    const wide = Math.min(place.x + place.width, screen.x + screen.width) - Math.max(place.x, screen.x)
    const high = Math.min(place.y + place.height, screen.y + screen.height) - Math.max(place.y, screen.y)
    return wide >= leastInSight && high >= leastInSight && place.y >= screen.y
  })
}

/** Where the window stood last; null where that is not known, or is out of sight now. */
export function readWindowPlace(file: string, screens: readonly Area[]): WindowPlace | null {
  try {
    const place = WindowPlace.parse(JSON.parse(readFileSync(file, 'utf8')))
    return isInSight(place, screens) ? place : null
  } catch {
    return null // never kept, or damaged: the window opens where it does at first
  }
}

/** Keeps where the window stands. That it cannot be kept is worth no word to anyone. */
export async function keepWindowPlace(file: string, place: WindowPlace): Promise<void> {
  await writeFileWhole(file, new TextEncoder().encode(JSON.stringify(place))).catch(() => undefined)
}
