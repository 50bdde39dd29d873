/** What the order of choosing may change: nothing, but for causes that the clinician put in order. The seed: every-sheet.test.ts. */
import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeAttempt } from './compose-attempt.ts'
import { listCausesOnPaper } from './examine-sheet.ts'
import { anyAttempt, readSeed, sheetsToTry, type Attempt } from './random-selection.ts'

const seed = readSeed()
process.stdout.write(`tests/properties/same-sheet: PROPERTY_SEED=${seed}\n`)

const patience = { timeout: 600_000 } // a quarter of a minute on a quiet machine

/** The same choices, made in the opposite order; the medicines to stop keep theirs, for the clinician ordered them. */
function turnAround({ raw, ...rest }: Attempt): Attempt {
  const turn = (list: unknown) => (Array.isArray(list) ? list.toReversed() : list)
  const { dropped, added, medicines, facts } = raw
  return {
    ...rest,
    raw: {
      ...raw,
      causes: raw.causes.toReversed(),
      dropped: turn(dropped),
      added: turn(added),
      medicines: turn(medicines),
      facts: turn(facts),
    },
  }
}

/** As `toEqual`, which takes ten times as long where nothing differs. */
function expectSame(one: unknown, other: unknown): void {
  if (!isDeepStrictEqual(one, other)) expect(one).toEqual(other)
}

test(`${sheetsToTry} random choices make the same sheet, short id and all, whatever was ticked first`, patience, () => {
  const property = fc.property(anyAttempt, ({ raw, ...rest }) => {
    const attempt = { ...rest, raw: { ...raw, ordered: false } }
    expectSame(composeAttempt(turnAround(attempt))?.sheet, composeAttempt(attempt)?.sheet)
  })
  fc.assert(property, { seed, numRuns: sheetsToTry })
})

test('causes that the clinician ordered print in that order, and so turned around when the order is', patience, () => {
  let turned = 0
  const property = fc.property(anyAttempt, ({ raw, ...rest }) => {
    const attempt = { ...rest, raw: { ...raw, ordered: true } }
    const first = composeAttempt(attempt)
    const other = composeAttempt(turnAround(attempt))
    if (first === null || other === null) return
    const ids = raw.causes.map(({ id }) => id)
    expectSame(listCausesOnPaper(first.sheet), ids)
    expectSame(listCausesOnPaper(other.sheet), ids.toReversed())
    if (ids.length > 1) turned += 1
  })
  fc.assert(property, { seed, numRuns: sheetsToTry / 4 })
  expect(turned).toBeGreaterThan(sheetsToTry / 10)
})
