/**
 * What must hold for every sheet of the shipped topic, tried on tens of thousands of random choices. The seed stands in the
 * output; to try the same choices again: PROPERTY_SEED=<seed> npx vitest run --config tests/vitest.config.ts tests/properties
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeAttempt } from './compose-attempt.ts'
import { examineSheet } from './examine-sheet.ts'
import { anyAttempt, readSeed, sheetsToTry } from './random-selection.ts'

const mostRefused = 0.1

const seed = readSeed()
process.stdout.write(`tests/properties/every-sheet: PROPERTY_SEED=${seed}\n`)

const patience = { timeout: 600_000 } // half a minute on a quiet machine

test(`${sheetsToTry} random choices make sheets without a fault, and every slip is refused`, patience, () => {
  let refused = 0
  const property = fc.property(anyAttempt, (attempt) => {
    const composed = composeAttempt(attempt)
    if (composed === null) refused += 1
    const isRight = (composed === null) === (attempt.slip !== 'none')
    if (!isRight) throw new Error(`The slip is "${attempt.slip}", and it was ${composed ? 'let through' : 'refused'}.`)
    const faults = composed ? examineSheet(composed.sheet, composed.selection) : []
    if (faults.length > 0) throw new Error(faults.join('\n'))
  })
  fc.assert(property, { seed, numRuns: sheetsToTry })
  expect(refused).toBeGreaterThan(0)
  expect(refused / sheetsToTry).toBeLessThan(mostRefused)
})
