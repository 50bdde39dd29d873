import { describe, expect, it } from 'vitest'
import { Language } from '../../src/domain/ids.ts'
import { listBlockText, todayId, type Sheet } from '../../src/domain/sheet.ts'
import { findPageWith } from './examine-paper.ts'
import { listFaults, listWarnings } from './list-faults.ts'
import { renderShipped, tick } from './shipped.ts'

const high = { results: [{ analyte: 'ALT', value: 900, upperLimit: 45, unit: 'U/L' }] }
const urgent: readonly (readonly [string, object])[] = [
  ['a very high result', { ...tick('hepatitis-b'), ...high }],
  ['jaundice', { ...tick('fatty-liver'), facts: ['jaundice'], overrideReason: 'Seen today.' }],
  ['pregnancy, and a medicine', tick('pregnancy', 'drug-injury')],
  ['two causes that cannot wait, and a very high result', { ...tick('bile-duct', 'low-blood-flow'), ...high }],
]
const forms = Language.options.flatMap((language) => (['A4', 'Letter'] as const).map((paper) => ({ language, paper })))

const listToday = ({ sections }: Sheet): string[] =>
  sections.filter(({ id }) => id === todayId).flatMap(({ blocks }) => blocks.flatMap(listBlockText))

describe.each(forms)('large letters in $language on $paper', ({ language, paper }) => {
  it.each(urgent)('say on page 1 what must be done today, above the graver red flags: %s', async (_, choices) => {
    const made = await renderShipped({ ...choices, language, paper, size: 'large' })
    const said = listToday(made.sheet)
    expect(said.length).toBeGreaterThan(0)
    expect(said.map((words) => findPageWith(made.read, words))).toEqual(said.map(() => 1))
    expect(listFaults(made, made.read, { size: 'large', mayBreak: false })).toEqual([])
  })
})

it('Two languages in large letters both say so before their red flags', async () => {
  const choices = { ...tick('hepatitis-b'), ...high, language: 'es', secondLanguage: 'en', size: 'large' }
  const { read, sheet } = await renderShipped(choices)
  for (const words of listToday(sheet)) expect(findPageWith(read, words)).toBe(1)
})

describe('Three causes that cannot wait', () => {
  const render = (language: Language) =>
    renderShipped({ ...tick('pregnancy', 'bile-duct', 'low-blood-flow'), language, paper: 'Letter', size: 'large' })

  it.each(['en', 'zh-CN'] as const)('stand on page 1 with the graver red flags whole, in %s', async (language) => {
    const made = await render(language)
    expect(listFaults(made, made.read, { size: 'large', mayBreak: false })).toEqual([])
    const [flags = []] = listWarnings(made.sheet)
    expect([...new Set(flags.map((words) => findPageWith(made.read, words)))]).toEqual([1])
  })

  it('cut the graver red flags in Spanish, which go on under their heading, said once and seen again', async () => {
    const made = await render('es')
    expect(listFaults(made, made.read, { size: 'large', mayBreak: true })).toEqual([])
    const [[heading = '?', ...flags] = []] = listWarnings(made.sheet)
    expect([...new Set(flags.map((words) => findPageWith(made.read, words)))]).toEqual([1, 2])
    const seen = made.read.drawn.filter(({ text }) => text === heading).map(({ page, artifact }) => [page, artifact])
    expect(seen).toEqual([
      [1, false],
      [2, true],
    ])
  })
})
