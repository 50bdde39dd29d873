import { describe, expect, test } from 'vitest'
import { holdsEveryPackage } from '../../scripts/bootstrap/installed-packages.mjs'

const wanted = {
  '': { version: '0.1.0' },
  'node_modules/zod': { version: '4.6.7', integrity: 'sha512-zod' },
  'node_modules/for-a-mac': { version: '1.0.0', integrity: 'sha512-mac', optional: true },
}
const { '': _, 'node_modules/for-a-mac': __, ...present } = wanted

describe('are the packages installed?', () => {
  test('yes, when all are there but those for other machines', () => {
    expect(holdsEveryPackage(present, wanted)).toBe(true)
    expect(holdsEveryPackage(wanted, wanted)).toBe(true)
  })

  test.each([
    ['one is missing', {}],
    ['one has another version', { 'node_modules/zod': { version: '4.6.6', integrity: 'sha512-zod' } }],
    ['one has another content', { 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-other' } }],
    ['one is no longer wanted', { ...present, 'node_modules/old': { version: '1.0.0' } }],
    ['an optional one is out of date', { ...present, 'node_modules/for-a-mac': { version: '0.9.0', optional: true } }],
  ])('no, when %s', (_name, found) => {
    expect(holdsEveryPackage(found, wanted)).toBe(false)
  })
})
