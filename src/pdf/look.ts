import type { Paper } from '../domain/ids.ts'

/** Colours on white paper; every one that text is written in keeps 7:1 on the ground it stands on. */
export const colors = {
  paper: '#ffffff',
  code: '#000000',
  ink: '#16222e',
  muted: '#434f5a',
  line: '#d5dde3',
  rib: '#a9b6bf',
  accent: '#0b6a67',
  accentText: '#085653',
  accentTint: '#e6f2f1',
  track: '#e9eef1',
  normal: '#9accc6',
  stop: '#a3231b',
  stopText: '#8f1e17',
  stopTint: '#fdf0ee',
  care: '#8a5a00',
  careTint: '#fdf5e3',
  careText: '#6b4600',
} as const

/** Type sizes in points at the standard size; nothing is ever smaller than `small`. */
export const sizes = { title: 22, section: 14.5, topic: 13, text: 12, small: 9 } as const

/** Width and height in points. */
export const paperSizes: Record<Paper, readonly [number, number]> = {
  A4: [595.28, 841.89],
  Letter: [612, 792],
  A5: [419.53, 595.28],
}

/**
 * Blank edge in points. Office printers reach within 18 of the top and the sides, some only within 36 of the foot; larger
 * letters need the room more than a wide edge.
 */
export const margins = {
  standard: { side: 36, top: 36, bottom: 36 },
  clear: { side: 24, top: 20, bottom: 36 },
  large: { side: 24, top: 20, bottom: 36 },
} as const
