import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const page = readFileSync(join(import.meta.dirname, '../docs/HL7.md'), 'utf8')
const rows = [...page.matchAll(/^\| (\d\d) \| (SHALL|SHOULD|MAY) \| (.*?) \| (.*?) \| (.*?) ?\|$/gmu)].map(
  ([, number = '', binding = '', , does = '', proof = '']) => ({ number, binding, does, proof }),
)

test('docs/HL7.md has the 25 criteria, each once', () => {
  const numbers = (most: number) => Array.from({ length: most }, (_, index) => String(index + 1).padStart(2, '0'))
  expect(rows.map(({ number }) => number)).toEqual([...numbers(14), ...numbers(11)])
})

test.each(rows.filter(({ binding, does }) => binding !== 'MAY' || !does.startsWith('no')))(
  '$binding $number is proved by a test that is there: $proof',
  ({ proof }) => {
    const [, file = '', title = ''] = /^`(.+?)` (.+)$/u.exec(proof) ?? []
    const path = join(import.meta.dirname, file)
    expect(existsSync(path), file).toBe(true)
    expect(title).not.toBe('')
    expect(readFileSync(path, 'utf8')).toContain(title)
  },
)
