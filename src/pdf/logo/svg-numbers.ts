import { tell } from '../../domain/message.ts'
import { refuseSvg } from './svg-tree.ts'

/** a, b, c, d, e and f of PDF 32000-1, 8.3.3: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number]
export const unchanged: Matrix = [1, 0, 0, 1, 0, 0]

/** The change that does `first` and then `after`. */
export function joinMatrices(first: Matrix, after: Matrix): Matrix {
  const [a, b, c, d, e, f] = first
  const [g, h, i, j, k, l] = after
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

const numbers = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/giu
const largest = 1e7

const badNumber = () => refuseSvg(tell('svg-number'))

/** A number that a drawing may have. @throws AppError bad-input */
export function checkNumber(number: number): number {
  if (!Number.isFinite(number) || Math.abs(number) > largest) throw badNumber()
  return number
}

/** The numbers of a list with spaces or commas between. */
export function parseNumbers(text: string): number[] {
  if (/[^\d\s,.+\-e]/iu.test(text)) throw badNumber()
  return [...text.matchAll(numbers)].map(([number]) => checkNumber(Number(number)))
}

/** Units in px (CSS Values 3, 6.2). */
const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
}

/** A length in user units. @param whole what 100 % is */
export function parseLength(text: string | undefined, whole: number, missing = 0): number {
  if (text === undefined) return missing
  const [, number = '', unit = ''] = /^\s*([+-]?[\d.]+(?:e[+-]?\d+)?)\s*([a-z]*|%)\s*$/iu.exec(text) ?? []
  const size = unit === '%' ? whole / 100 : units[unit.toLowerCase()]
  if (number === '' || size === undefined) throw badNumber()
  return checkNumber(Number(number) * size)
}

/** A share from 0 to 1, as a number or in per cent. */
export function parseShare(text: string | undefined, missing: number): number {
  return Math.min(1, Math.max(0, parseLength(text, 1, missing)))
}

const step = /(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)/gu
const degree = Math.PI / 180

function toMatrix(name: string, given: readonly number[]): Matrix {
  const [a = 0, b, c] = given
  switch (name) {
    case 'translate':
      return [1, 0, 0, 1, a, b ?? 0]
    case 'scale':
      return [a, 0, 0, b ?? a, 0, 0]
    case 'rotate': {
      const [cos, sin, x, y] = [Math.cos(a * degree), Math.sin(a * degree), b ?? 0, c ?? 0]
      return [cos, sin, -sin, cos, x - x * cos + y * sin, y - x * sin - y * cos]
    }
    case 'skewX':
      return [1, 0, Math.tan(a * degree), 1, 0, 0]
    case 'skewY':
      return [1, Math.tan(a * degree), 0, 1, 0, 0]
    default: {
      const [m0, m1, m2, m3, m4, m5] = given
      if (given.length !== 6) throw badNumber()
      return [m0 ?? 1, m1 ?? 0, m2 ?? 0, m3 ?? 1, m4 ?? 0, m5 ?? 0]
    }
  }
}

/** The list of a `transform` attribute as one matrix (SVG 1.1, 7.6): the last of the list is done first. */
export function parseTransform(text: string | undefined): Matrix {
  if (text === undefined) return unchanged
  if (text.replaceAll(step, '').replaceAll(/[\s,]/gu, '') !== '') throw badNumber()
  return [...text.matchAll(step)].reduce<Matrix>(
    (matrix, [, name = '', list = '']) => joinMatrices(toMatrix(name, parseNumbers(list)), matrix),
    unchanged,
  )
}

/** A number as PDF writes it: no exponent, and as fine as a line can be seen. */
export function write(number: number): string {
  const rounded = Number(number.toPrecision(6))
  return Math.abs(rounded) < 1e-6 ? '0' : String(rounded)
}

/** The operator that changes what follows by a matrix. */
export function writeMatrix(matrix: Matrix): string {
  return `${matrix.map(write).join(' ')} cm`
}
