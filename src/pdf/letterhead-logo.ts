import { makeTag, type Canvas } from './canvas.ts'
import type { Box } from './box.ts'
import type { Lanes } from './lanes.ts'
import { drawLogo } from './logo/draw-logo.ts'
import type { Logo } from './logo/read-logo.ts'
import { cannotSplit, type Piece } from './piece.ts'
import { scaleLength, type Setting } from './setting.ts'

/** Space between the logo and the words beside or below it, or around it, in points at the standard size. */
const gaps = { beside: 12, above: 4, amid: 2 } as const
/** How much higher than the words alone they and the logo may be, likewise: usually, where page 1 is full, and at its fullest. */
const higher = { usually: 24, full: 13, fullest: 0 } as const
/** The air of a page that is at its fullest. */
const leastAir = 0.2
/** The highest logo in each place, likewise; amid the words is the last resort. */
const highest = { beside: 46, above: 30, amid: 30 } as const
/** The widest logo, as a share of the page between its edges. */
const widest = 0.3
/** Lower than this in points, a logo is not made smaller, for nobody could read it: a wide one has its letters side by side. */
const findLowest = ({ ratio }: Logo): number => Math.min(12, Math.max(8, 24 / ratio))
/** A picture of pixels has at least so many to the inch on paper, so that it does not look coarse. */
const fewestPerInch = 110

/** A place that words leave among them, from their corner, in points, and at which end of it a logo stands. */
export type FreePlace = Box & { readonly end: 'left' | 'right' }
export type Words = Piece & { readonly free?: readonly FreePlace[] }
/** Sets the words in a width in points, those of the clinic so much lower. */
type SetWords = (width: number, drop: number) => Words
type Stand = 'beside' | 'above'
/** What is tried, from the best: a large logo beside the words, a wide one above them, a small one. */
const tries: readonly (readonly [stand: Stand, share: number])[] = [
  ['beside', 1],
  ['beside', 0.8],
  ['above', 1],
  ['above', 0.8],
  ['beside', 0.6],
  ['above', 0.6],
  ['beside', 0.4],
]

/** A logo and words as they could stand; `x` and `y` from their corner to those of the logo and of the words, in points. */
type Placed = {
  readonly height: number
  readonly logo: Box
  readonly words: Piece
  readonly x: number
  readonly y: number
}

/** Height in points of a logo as large as it may be in a place. */
function findHighest(setting: Setting, logo: Logo, across: number, most: number): number {
  const finest = logo.rows === undefined ? Infinity : (logo.rows * 72) / fewestPerInch
  return Math.min(scaleLength(setting, most), (across * widest) / logo.ratio, finest)
}

function placeLogo(
  setting: Setting,
  logo: Logo,
  across: number,
  [stand, share]: (typeof tries)[number],
  setWords: SetWords,
): Placed {
  const most = findHighest(setting, logo, across, highest[stand])
  const height = Math.max(share * most, Math.min(most, findLowest(logo)))
  const width = height * logo.ratio
  const gap = scaleLength(setting, gaps[stand])
  if (stand === 'above') {
    const words = setWords(across, height + gap)
    return { height: words.height, logo: { x: 0, y: 0, width, height }, words, x: 0, y: 0 }
  }
  const words = setWords(across - width - gap, 0)
  const all = Math.max(height, words.height)
  return {
    height: all,
    logo: { x: 0, y: (all - height) / 2, width, height },
    words,
    x: width + gap,
    y: (all - words.height) / 2,
  }
}

/** In the place among the words that lets it be largest, if it can be read there. */
function placeAmid(setting: Setting, logo: Logo, across: number, setWords: SetWords): Placed | undefined {
  const words = setWords(across, 0)
  const gap = scaleLength(setting, gaps.amid)
  const most = findHighest(setting, logo, across, highest.amid)
  const places = (words.free ?? []).map((free): Placed => {
    const height = Math.min(most, free.height - gap, free.width / logo.ratio)
    const width = height * logo.ratio
    const x = free.end === 'left' ? free.x : free.x + free.width - width
    const y = free.y + (free.height - height) / 2
    return { height: words.height, logo: { x, y, width, height }, words, x: 0, y: 0 }
  })
  const readable = places.filter((place) => place.logo.height >= Math.min(most, findLowest(logo)))
  return readable.toSorted((one, other) => other.logo.height - one.logo.height)[0]
}

/**
 * The best try that adds little to the height of the words alone, and, where it stands beside them, costs them no line.
 * Where page 1 is at its fullest, it takes what they leave, or else as little more as it can.
 */
function choosePlace(setting: Setting, logo: Logo, across: number, setWords: SetWords): Placed {
  const { compact, air } = setting.spacing
  const fullness = !compact ? 'usually' : air > leastAir ? 'full' : 'fullest'
  const alone = setWords(across, 0).height
  const room = alone + scaleLength(setting, higher[fullness])
  const tried: Placed[] = []
  let fitting: Placed | undefined
  for (const each of tries) {
    const placed = placeLogo(setting, logo, across, each, setWords)
    tried.push(placed)
    if (placed.height > room) continue
    fitting = placed
    if (placed.x === 0 || placed.words.height <= alone) break
  }
  if (fitting) return fitting
  const amid = fullness === 'fullest' ? placeAmid(setting, logo, across, setWords) : undefined
  return amid ?? tried.reduce((least, each) => (each.height < least.height ? each : least))
}

/** Words with the logo at their left or, where it is wide and they need the width, above those of the clinic. */
export function withLogo({ lanes: [{ setting, sheet }], across, logo }: Lanes, setWords: SetWords): Piece {
  if (!logo) return setWords(across, 0)
  const placed = choosePlace(setting, logo, across, setWords)
  const draw = (canvas: Canvas, x: number, y: number) => {
    const box: Box = { ...placed.logo, x: x + placed.logo.x, y: y + placed.logo.y }
    const tag = { ...makeTag(setting, 'Figure'), alternative: sheet.letterhead.clinic, box }
    canvas.tagged(tag, () => drawLogo(canvas.shapes, logo, box))
    placed.words.draw(canvas, x + placed.x, y + placed.y)
  }
  return { height: placed.height, gap: 0, keepWithNext: true, split: cannotSplit, draw }
}
