/**
 * What must hold for every sheet of the shipped topic, tried on tens of thousands of random choices. The seed stands in the
 * output; to try the same choices again: PROPERTY_SEED=<seed> npx vitest run --config tests/vitest.config.ts tests/properties
 */
import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppError } from '../../src/domain/app-error.ts'
import { composeSheet } from '../../src/domain/compose-sheet.ts'
import { parseSelection, type Selection } from '../../src/domain/selection.ts'
import type { Sheet } from '../../src/domain/sheet.ts'
import { aClinic, hash, noClinic } from '../domain/make.ts'
import { examineSheet } from './examine-sheet.ts'
import { anyAttempt, readSeed, type Attempt } from './random-selection.ts'
import { library } from './shipped-topic.ts'

const sheetsToTry = 20_000
const sheetsToComposeAgain = 1000
const mostRefused = 0.1

const seed = readSeed()
process.stdout.write(`tests/properties: PROPERTY_SEED=${seed}\n`)

/** Composes what was attempted; null when it was refused in the words of the app. Any other error is let through. */
function compose({
  raw,
  today,
  hasClinic,
  firstActionsAtMost,
}: Attempt): { sheet: Sheet; selection: Selection } | null {
  try {
    const selection = parseSelection(raw)
    const clinic = hasClinic ? aClinic : noClinic
    return { selection, sheet: composeSheet({ library, selection, clinic, today, hash, firstActionsAtMost }) }
  } catch (error) {
    if (error instanceof AppError && error.code === 'bad-input' && error.problems.length > 0) return null
    throw error
  }
}

const patience = { timeout: 600_000 } // half a minute on a quiet machine

test(`${sheetsToTry} random choices make sheets without a fault, and every slip is refused`, patience, () => {
  let refused = 0
  const property = fc.property(anyAttempt, (attempt) => {
    const composed = compose(attempt)
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

/** The same choices, made in the opposite order; the medicines to stop keep theirs, for the clinician ordered them. */
function turnAround({ raw, ...rest }: Attempt): Attempt {
  const turn = (list: unknown) => (Array.isArray(list) ? list.toReversed() : list)
  const { dropped, added, medicines } = raw
  return {
    ...rest,
    raw: {
      ...raw,
      causes: raw.causes.toReversed(),
      dropped: turn(dropped),
      added: turn(added),
      medicines: turn(medicines),
    },
  }
}

/** All that a sheet says: the short id names the choices in the order they were made, so it may differ. */
function sayAll({ id, ...sheet }: Sheet): object {
  return { ...sheet, footer: { ...sheet.footer, left: sheet.footer.left.replace(id, 'id') } }
}

/** As `toEqual`, which takes ten times as long where nothing differs. */
function expectSame(one: unknown, other: unknown): void {
  if (!isDeepStrictEqual(one, other)) expect(one).toEqual(other)
}

test(`${sheetsToComposeAgain} random choices make the same sheet again, whatever was ticked first`, () => {
  const property = fc.property(anyAttempt, (attempt) => {
    const first = compose(attempt)
    expectSame(compose(structuredClone(attempt)), first)
    const turned = compose(turnAround(attempt))
    expectSame(turned && sayAll(turned.sheet), first && sayAll(first.sheet))
  })
  fc.assert(property, { seed, numRuns: sheetsToComposeAgain })
})
