import { expect, test } from 'vitest'
import { isNarrowed, readFilter } from '../../src/renderer/history/given-filters.tsx'
import { noFilter } from '../../src/renderer/history/history-page.ts'

test('the list of sheets given is narrowed by whatever is chosen, and by a day once it is typed whole', () => {
  expect(readFilter(noFilter)).toEqual({})
  expect(
    readFilter({
      from: '2026-11-22',
      to: '2026-11',
      cause: 'alcohol',
      language: 'es',
      staff: 'Nurse 2',
      teachBack: 'unasked',
      why: 'reason',
    }),
  ).toEqual({
    from: '2026-11-22',
    cause: 'alcohol',
    language: 'es',
    staff: 'Nurse 2',
    teachBack: 'unasked',
    hasReason: true,
  })
})

test('a day that is not typed whole keeps no sheet out of the list', () => {
  expect([noFilter, { ...noFilter, to: '2026-11' }].map(isNarrowed)).toEqual([false, false])
  expect(
    [
      { ...noFilter, to: '2026-11-22' },
      { ...noFilter, why: 'reason' },
    ].map(isNarrowed),
  ).toEqual([true, true])
})
