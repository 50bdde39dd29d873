import { makeTag, type Box, type Canvas } from './canvas.ts'
import type { Lanes } from './lanes.ts'
import { drawLogo } from './logo/draw-logo.ts'
import type { Logo } from './logo/read-logo.ts'
import { cannotSplit, type Piece } from './piece.ts'
import { scaleLength, type Setting } from './setting.ts'

/** Space between the logo and the words beside or below it, in points at the standard size. */
const gaps = { beside: 12, above: 4 } as const
/** How much higher than the words alone they and the logo may be, likewise: usually, where page 1 is full, and at its fullest. */
const higher = { usually: 24, full: 13, fullest: 0 } as const
/** The air of a page that is at its fullest. */
const leastAir = 0.2
/** The highest logo beside the words and above them, likewise. */
const highest = { beside: 46, above: 30 } as const
/** The widest logo, as a share of the page between its edges. */
const widest = 0.3
/** A picture of pixels has at least so many to the inch on paper, so that it does not look coarse. */
const fewestPerInch = 110

/** Sets the words in a width in points, those of the clinic so much lower. */
type SetWords = (width: number, drop: number) => Piece
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

function placeLogo(
  setting: Setting,
  logo: Logo,
  across: number,
  [stand, share]: (typeof tries)[number],
  setWords: SetWords,
): Placed {
  const finest = logo.rows === undefined ? Infinity : (logo.rows * 72) / fewestPerInch
  const height = share * Math.min(scaleLength(setting, highest[stand]), (across * widest) / logo.ratio, finest)
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

/**
 * The best try that adds little to the height of the words alone, and, where it stands beside them, costs them no line.
 * Where page 1 is at its fullest, no line of it goes to the logo.
 */
function choosePlace(setting: Setting, logo: Logo, across: number, setWords: SetWords): Placed | undefined {
  const { compact, air } = setting.spacing
  const fullness = !compact ? 'usually' : air > leastAir ? 'full' : 'fullest'
  const alone = setWords(across, 0).height
  const room = alone + scaleLength(setting, higher[fullness])
  let [fitting, last]: (Placed | undefined)[] = []
  for (const each of tries) {
    last = placeLogo(setting, logo, across, each, setWords)
    if (last.height > room) continue
    fitting = last
    if (last.x === 0 || last.words.height <= alone) break
  }
  return fitting ?? (fullness === 'fullest' ? undefined : last)
}

/** Words with the logo at their left or, where it is wide and they need the width, above those of the clinic. */
export function withLogo({ lanes: [{ setting, sheet }], across, logo }: Lanes, setWords: SetWords): Piece {
  const placed = logo && choosePlace(setting, logo, across, setWords)
  if (!logo || !placed) return setWords(across, 0)
  const draw = (canvas: Canvas, x: number, y: number) => {
    const box: Box = { ...placed.logo, x: x + placed.logo.x, y: y + placed.logo.y }
    const tag = { ...makeTag(setting, 'Figure'), alternative: sheet.letterhead.clinic, box }
    canvas.tagged(tag, () => drawLogo(canvas.shapes, logo, box))
    placed.words.draw(canvas, x + placed.x, y + placed.y)
  }
  return { height: placed.height, gap: 0, keepWithNext: true, split: cannotSplit, draw }
}
