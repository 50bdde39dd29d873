/** How deep a question of the contract goes at most, with room to spare. */
const deepest = 12

/**
 * Whether a value is made of plain objects, arrays, texts, numbers, truth values and nothing. More than that can cross from
 * a page, dates, maps, bytes and circles too, and a schema for an object without fields takes any of them for empty.
 */
export function isPlainData(value: unknown, depth = 0): boolean {
  if (value === null || ['string', 'boolean', 'undefined'].includes(typeof value)) return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object') return false
  // By its tag, because what was cloned from a page may have another page's prototypes.
  const isKnown = Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]'
  return isKnown && depth < deepest && Object.values(value).every((part) => isPlainData(part, depth + 1))
}
