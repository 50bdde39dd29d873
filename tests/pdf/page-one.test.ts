import { describe, expect, it } from 'vitest'
import { Language, type Paper } from '../../src/domain/ids.ts'
import { composePaper } from '../../src/domain/pair-sheets.ts'
import { listBlockText } from '../../src/domain/sheet.ts'
import { hashText, layOutSelection } from '../../src/pdf/render-selection.ts'
import { fonts } from './render.ts'
import { causes, choose, commonCauses, library, longClinic, tick, today, twoResults } from './shipped.ts'

const pairs = commonCauses.flatMap((one, index) => commonCauses.slice(index + 1).map((other) => [one, other]))
const alone = causes.map(({ id }) => [id])
const sets = [...alone, ...pairs, commonCauses]
const toStop = [
  'amoxicillin-clavulanate 625 mg',
  'atorvastatin 40 mg tablets',
  'isoniazid 300 mg tablets',
  'methotrexate 2.5 mg tablets',
  'diclofenac 50 mg tablets',
  'flucloxacillin 500 mg capsules',
]
const forms = Language.options.flatMap((language) => (['A4', 'Letter'] as const).map((paper) => ({ language, paper })))

/** A sheet with two results and those before, and with a patient. */
function layOutSheets(causeIds: readonly string[], language: Language, paper: Paper, choices: object = {}) {
  const selection = choose({ ...tick(...causeIds), ...twoResults, language, paper, ...choices })
  return layOutSelection({ library, selection, clinic: longClinic, today }, fonts)
}
const layOut = (...of: Parameters<typeof layOutSheets>) => layOutSheets(...of).layout

/** A full one: as many medicines to stop as may be listed, where that can be said. */
function layOutFull(causeIds: readonly string[], language: Language, paper: Paper) {
  return layOut(causeIds, language, paper, { medicinesToStop: causeIds.includes('drug-injury') ? toStop : [] })
}

describe.each(forms)('the shipped words in $language on $paper', ({ language, paper }) => {
  it('keep all a patient must not miss, to the last red flag, on page 1', () => {
    expect(sets.filter((set) => layOutFull(set, language, paper).firstPages > 1)).toEqual([])
  })

  it('keep it on page 1 in clear letters too, and on two pages in large ones, for every cause alone', () => {
    // Each cause in one of the sizes: which one it is changes with the language and the paper.
    const turn = forms.findIndex((form) => form.language === language && form.paper === paper)
    const isClear = (index: number) => (index + turn) % 2 === 0
    const clear = alone.filter(
      (set, at) => isClear(at) && layOut(set, language, paper, { size: 'clear' }).firstPages > 1,
    )
    const large = alone.filter(
      (set, at) => !isClear(at) && layOut(set, language, paper, { size: 'large' }).firstPages > 2,
    )
    expect({ clear, large }).toEqual({ clear: [], large: [] })
  })

  it('have the results on page 1 in clear letters, in words where their lines have no room, but for all common causes at once', () => {
    const isSaidFirst = (set: readonly string[]) => {
      const { composed } = layOutSheets(set, language, paper, { size: 'clear' })
      const roles = composed.sections.map(({ role }) => role)
      return roles.indexOf('results') < roles.indexOf('red-flags')
    }
    const few = sets.filter((set) => set !== commonCauses)
    expect(few.filter((set) => !isSaidFirst(set))).toEqual([])
  })

  it('keep it on one page more in those sizes where there is most to say', () => {
    const full = { ...tick(...commonCauses), medicinesToStop: toStop }
    expect(layOut(commonCauses, language, paper, { ...full, size: 'clear' }).firstPages).toBeLessThanOrEqual(2)
    expect(layOut(commonCauses, language, paper, { ...full, size: 'large' }).firstPages).toBeLessThanOrEqual(3)
  })
})

describe('a short sheet', () => {
  // A meaning in brackets moves with the first use of its term.
  const leaveOutMeanings = (line: string) => line.replaceAll(/ ?[(（][^()（）]*[)）]/gu, '')
  const tight = [
    { paper: 'A5', size: 'standard' },
    { paper: 'A4', size: 'large' },
  ] as const

  it.each(tight)('on %o loses no advice and no preparation by what page 1 has no room for', ({ paper, size }) => {
    const read = (composed: Parameters<typeof readAdvice>[0]) => readAdvice(composed).map(leaveOutMeanings)
    for (const language of ['en', 'es'] as const)
      for (const ids of [...alone, ...pairs]) {
        const medicinesToStop = ids.includes('drug-injury') ? toStop : []
        const choices = { ...tick(...ids), ...twoResults, language, paper, size, depth: 'short', medicinesToStop }
        const inputs = { library, selection: choose(choices), clinic: longClinic, today } as const
        const printed = new Set(read(layOutSelection(inputs, fonts).composed))
        const wanted = read(composePaper({ ...inputs, hash: hashText }))
        expect(
          wanted.filter((line) => !printed.has(line)),
          `${language}: ${ids.join(' + ')}`,
        ).toEqual([])
      }
  })

  it('says once to rest before the test where hard exercise is ticked', () => {
    for (const ids of [...alone, ...pairs].filter((each) => each.includes('intense-exercise')))
      for (const paper of ['A4', 'A5'] as const) {
        const selection = choose({ ...tick(...ids), ...twoResults, language: 'en', paper, depth: 'short' })
        const lines = readAdvice(layOutSelection({ library, selection, clinic: longClinic, today }, fonts).composed)
        const rests = lines.filter((line) => /hard exercise/iu.test(line) && /7 days/u.test(line))
        expect(rests.length, `${ids.join(' + ')} on ${paper}: ${rests.join(' / ')}`).toBeGreaterThanOrEqual(1)
      }
  })
})

/** What a sheet tells the patient to do: the lines of its lists, and its paragraphs. */
function readAdvice(composed: ReturnType<typeof composePaper>): string[] {
  const sheet = 'sheets' in composed ? composed.sheets[0] : composed
  const blocks = sheet.sections.filter(({ role }) => role !== 'results').flatMap((section) => section.blocks)
  return blocks.flatMap((block) => (block.kind === 'list' || block.kind === 'paragraph' ? listBlockText(block) : []))
}
