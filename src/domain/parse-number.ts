import { tell, type Message } from './message.ts'

/** What a Chinese keyboard types for digits, comma and point, moved to the plain ones. */
const toPlainDigits = (typed: string) =>
  typed.replaceAll(/[\uff0c\uff0e\uff10-\uff19]/gu, (wide) => String.fromCodePoint(wide.charCodeAt(0) - 0xfee0))

/** "1,500" is 1500 to one reader and 1.5 to another, and "1.500" too. "0,500" and "1500,250" can only be decimals. */
const isAmbiguous = (plain: string) => /^-?[1-9]\d{0,2}[.,]\d{3}$/u.test(plain)

/**
 * A number as people type it in a lab field: digits with an optional decimal point or decimal comma. NaN for anything
 * else, and for what could mean two numbers.
 */
export function parseNumber(typed: string): number {
  const plain = toPlainDigits(typed.trim())
  return /^-?\d+([.,]\d+)?$/u.test(plain) && !isAmbiguous(plain) ? Number(plain.replace(',', '.')) : Number.NaN
}

/** A typed number for a schema to judge: what is no number stays the text it was, so that the schema can say why. */
export function readNumber(typed: string): number | string {
  const number = parseNumber(typed)
  return Number.isNaN(number) ? typed : number
}

/** What to do about a text that is not one number, for a schema; undefined when it is not a matter of two readings. */
export function explainAmbiguous(input: unknown): Message | undefined {
  if (typeof input !== 'string' || !isAmbiguous(toPlainDigits(input.trim()))) return undefined
  const [whole = '', decimals = ''] = toPlainDigits(input.trim()).split(/[.,]/u)
  const decimal = String(Number(`${whole}.${decimals}`))
  return tell('number-ambiguous', { typed: input.trim(), whole: `${whole}${decimals}`, decimal })
}
