/** A number as people type it in a lab field: digits with an optional decimal point. NaN for anything else, a comma too. */
export function parseNumber(typed: string): number {
  return /^-?\d+(\.\d+)?$/.test(typed.trim()) ? Number(typed) : Number.NaN
}
