import { describe, expect, it } from 'vitest'
import { Language, type Paper } from '../../src/domain/ids.ts'
import { layOutSelection } from '../../src/pdf/render-selection.ts'
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

  it('have the results on page 1 in clear letters for most causes alone, in words where their lines have no room', () => {
    const isSaidFirst = (set: readonly string[]) => {
      const { composed } = layOutSheets(set, language, paper, { size: 'clear' })
      const roles = composed.sections.map(({ role }) => role)
      return roles.indexOf('results') < roles.indexOf('red-flags')
    }
    // Spanish on Letter has room for them where nearly nothing else is to be said.
    const least = language === 'es' && paper === 'Letter' ? 1 : 15
    expect(alone.filter(isSaidFirst).length).toBeGreaterThanOrEqual(least)
  })

  it('keep it on one page more in those sizes where there is most to say', () => {
    const full = { ...tick(...commonCauses), medicinesToStop: toStop }
    expect(layOut(commonCauses, language, paper, { ...full, size: 'clear' }).firstPages).toBeLessThanOrEqual(2)
    expect(layOut(commonCauses, language, paper, { ...full, size: 'large' }).firstPages).toBeLessThanOrEqual(3)
  })
})
