import { describe, expect, it } from 'vitest'
import { colors } from '../../src/pdf/look.ts'

/** Relative luminance by WCAG 2. */
function findLuminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function findContrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [findLuminance(one), findLuminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe('contrast', () => {
  it.each([
    ['ink', 'paper'],
    ['ink', 'accentTint'],
    ['ink', 'stopTint'],
    ['ink', 'careTint'],
    ['muted', 'paper'],
    ['muted', 'accentTint'],
    ['accentText', 'paper'],
    ['accentText', 'accentTint'],
    ['stopText', 'stopTint'],
    ['careText', 'careTint'],
  ] as const)('of %s on %s is 7:1 or better', (text, ground) => {
    expect(findContrast(colors[text], colors[ground])).toBeGreaterThanOrEqual(7)
  })

  it('of the signs that carry meaning is 3:1 or better', () => {
    for (const sign of [colors.stop, colors.accent, colors.care])
      for (const ground of [colors.paper, colors.stopTint, colors.careTint, colors.accentTint])
        expect(findContrast(sign, ground)).toBeGreaterThanOrEqual(3)
  })

  it('of the normal range against the rest of its bar can be seen in grey', () => {
    expect(findContrast(colors.normal, colors.track)).toBeGreaterThanOrEqual(1.4)
  })
})
