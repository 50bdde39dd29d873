import { expect, test } from 'vitest'
import { shortenFound } from '../../src/renderer/tailor/shorten-found.ts'

test('words found in a note are shown whole, and a long sentence by its beginning', () => {
  expect(shortenFound('1.0')).toBe('1.0')
  expect(shortenFound('a'.repeat(40))).toBe('a'.repeat(40))
  expect(shortenFound(`${'rest '.repeat(8)}now`)).toBe(`${'rest '.repeat(8).trimEnd()}…`)
  expect(shortenFound('per\n  os')).toBe('per os')
})
