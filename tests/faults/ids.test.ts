import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '..')
const self = import.meta.filename
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((name) => join(folder, name))
  .filter((path) => /\.(test|e2e)\.ts$/u.test(path) && path !== self)
  .map((path) => readFileSync(path, 'utf8'))

/** The ids that the names of tests begin with: "R4: …", "D2, D4: …". */
const named = new Set(
  sources.flatMap((source) =>
    [...source.matchAll(/['"`]((?:[DFR]\d+, )*[DFR]\d+)[:,] /gu)].flatMap(([, ids = '']) => ids.split(', ')),
  ),
)
const ids = [...Array(11).keys()].map((number) => `D${number + 1}`)
const more = [...Array(10).keys()].map((number) => `R${number + 1}`)

// F4: sheets are hashed before they are shown and before they are printed
test.each([...ids, ...more, 'F4'])('%s of docs/RELIABILITY.md has a test named after it', (id) => {
  expect([...named]).toContain(id)
})
