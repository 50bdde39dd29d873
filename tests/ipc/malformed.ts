import * as fc from 'fast-check'

type Step = string | number
type Part = { readonly path: readonly Step[]; readonly value: unknown }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every part of a value, itself first. */
function listParts(value: unknown, path: readonly Step[] = []): Part[] {
  const inside = Array.isArray(value) || isObject(value) ? Object.entries(value) : []
  const step = (key: string): Step => (Array.isArray(value) ? Number(key) : key)
  return [{ path, value }, ...inside.flatMap(([key, part]) => listParts(part, [...path, step(key)]))]
}

/** The value with one part of it changed. */
function change(value: unknown, [step, ...rest]: readonly Step[], make: (part: unknown) => unknown): unknown {
  if (step === undefined) return make(value)
  if (Array.isArray(value)) return value.map((part, index) => (index === step ? change(part, rest, make) : part))
  const known = isObject(value) ? value : {}
  return { ...known, [step]: change(known[step], rest, make) }
}

const notAnObject = fc.oneof(
  fc.constantFrom(undefined, null, true, '', 0, -1, Number.NaN, 1n, '{}', 'a'.repeat(10_000)),
  fc.string(),
  fc.double(),
  fc.array(fc.jsonValue()),
  fc.uint8Array(),
  fc.date(),
)

/** What no field of any question may hold: no field is a date, a map or bytes, none takes any object, none is endless. */
const neverRight = fc.oneof(
  fc.constantFrom<unknown>(1n, Number.NaN, Number.POSITIVE_INFINITY, [[[]]], { unheardOf: {} }, 'a'.repeat(100_000)),
  fc.date(),
  fc.uint8Array(),
  fc.constant(new Map([['words', 'a']])),
  fc.string().map((text) => ({ $ne: text })),
)

/**
 * Questions that do not fit, made from one that does: no object at all, an unknown name somewhere, or a part replaced by
 * what fits nowhere. All of it can cross from a page to the main process. The same seed gives the same questions.
 */
export function listMalformed(question: unknown, count: number, seed: number): unknown[] {
  const parts = listParts(question)
  const objects = parts.filter(({ value }) => isObject(value))
  const withUnknown = fc
    .tuple(fc.constantFrom(...objects), fc.string(), fc.jsonValue())
    .map(([{ path }, name, value]) =>
      change(question, path, (part) => ({ ...(part as object), [`unheardOf${name}`]: value })),
    )
  const replaced = fc
    .tuple(fc.constantFrom(...parts), neverRight)
    .map(([{ path }, value]) => change(question, path, () => value))
  return fc.sample(fc.oneof(notAnObject, withUnknown, replaced), { numRuns: count, seed })
}
