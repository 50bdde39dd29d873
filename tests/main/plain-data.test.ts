import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { isPlainData } from '../../src/main/plain-data.ts'

const nest = (levels: number): unknown => (levels === 0 ? 'a' : { inside: nest(levels - 1) })
const circle: { self?: unknown } = {}
circle.self = circle

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['a selection', { causes: [{ id: 'rust' }], note: '', retest: null, retestCard: false, results: [{ value: 1.5 }] }],
  ['an object of another page', runInNewContext('({ words: ["a"] })')],
  ['ten levels', nest(10)],
])('%s is plain', (_name, value) => {
  expect(isPlainData(value)).toBe(true)
})

test.each<[string, unknown]>([
  ['a date', new Date(0)],
  ['bytes without any', new Uint8Array()],
  ['an empty map', new Map()],
  ['a map within', { filter: new Map() }],
  ['an error', new Error('a')],
  ['a big integer', 1n],
  ['not a number', { value: Number.NaN }],
  ['endless', [Number.POSITIVE_INFINITY]],
  ['a circle', circle],
  ['a hundred levels', nest(100)],
])('%s is not', (_name, value) => {
  expect(isPlainData(value)).toBe(false)
})
