import { tell } from '../../domain/message.ts'
import colorString from 'color-string'
import { parseShare } from './svg-numbers.ts'
import type { SvgStyle } from './svg-style.ts'
import { refuseSvg } from './svg-tree.ts'

/** Red, green and blue from 0 to 1. */
export type Color = readonly [number, number, number]
/** What an outline is filled or drawn with; `alpha` from 0, clear, to 1. */
export type Paint =
  | { readonly kind: 'color'; readonly color: Color; readonly alpha: number }
  | { readonly kind: 'reference'; readonly id: string; readonly alpha: number; readonly otherwise: Paint | null }

/** How much light a colour gives back, from 0 to 1 (ITU-R BT.709), on white paper that shows through where it is clear. */
export function measureLight([red, green, blue]: Color, alpha: number): number {
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) * alpha + 1 - alpha
}

/** A colour of CSS. @throws AppError bad-input for one that is not known */
export function parseColor(text: string, style: SvgStyle): { readonly color: Color; readonly alpha: number } {
  const named = text.trim().toLowerCase() === 'currentcolor' ? (style.get('color') ?? 'black') : text
  const [red, green, blue, alpha = 1] = colorString.get.rgb(named.trim()) ?? []
  if (red === undefined || green === undefined || blue === undefined) throw refuseSvg(tell('svg-colour'))
  return { color: [red / 255, green / 255, blue / 255], alpha }
}

const reference = /^url\(\s*["']?#(?<id>[^"')]+)["']?\s*\)\s*(?<otherwise>.*)$/u

/** The id in "url(#id)"; undefined for anything else. */
export function readReference(text: string): string | undefined {
  return reference.exec(text.trim())?.groups?.['id']
}

function parsePaint(text: string, share: number, style: SvgStyle): Paint | null {
  const { id, otherwise = '' } = reference.exec(text.trim())?.groups ?? {}
  if (id !== undefined) {
    const rest = otherwise === '' ? null : parsePaint(otherwise, share, style)
    return { kind: 'reference', id, alpha: share, otherwise: rest }
  }
  if (text.trim() === 'none') return null
  const { color, alpha } = parseColor(text, style)
  return alpha * share === 0 ? null : { kind: 'color', color, alpha: alpha * share }
}

/** What an element of this style is filled, or drawn, with; null for nothing. `opacity` is that of the whole element. */
export function readPaint(style: SvgStyle, use: 'fill' | 'stroke', opacity: number): Paint | null {
  if (style.get('visibility') === 'hidden' || style.get('visibility') === 'collapse') return null
  const share = parseShare(style.get(`${use}-opacity`), 1) * opacity
  return share === 0 ? null : parsePaint(style.get(use) ?? (use === 'fill' ? 'black' : 'none'), share, style)
}
