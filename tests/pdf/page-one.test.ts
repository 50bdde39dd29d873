import { describe, expect, it } from 'vitest'
import { Language, type Paper } from '../../src/domain/ids.ts'
import { layOutSelection } from '../../src/pdf/render-selection.ts'
import { fonts } from './render.ts'
import { causes, choose, commonCauses, library, longClinic, tick, today, twoResults } from './shipped.ts'

const pairs = commonCauses.flatMap((one, index) => commonCauses.slice(index + 1).map((other) => [one, other]))
const sets = [...causes.map(({ id }) => [id]), ...pairs, commonCauses]
const toStop = [
  'amoxicillin-clavulanate 625 mg',
  'atorvastatin 40 mg tablets',
  'isoniazid 300 mg tablets',
  'methotrexate 2.5 mg tablets',
  'diclofenac 50 mg tablets',
  'flucloxacillin 500 mg capsules',
]
/** A full one: two results with those before, a patient, and as many medicines to stop as may be listed, where that can be said. */
function layOutFull(causeIds: readonly string[], language: Language, paper: Paper) {
  const selection = choose({
    ...tick(...causeIds),
    ...twoResults,
    language,
    paper,
    medicinesToStop: causeIds.includes('drug-injury') ? toStop : [],
  })
  return layOutSelection({ library, selection, clinic: longClinic, today }, fonts)
}

describe.each(
  Language.options.flatMap((language) => (['A4', 'Letter'] as const).map((paper) => ({ language, paper }))),
)('the shipped words in $language on $paper', ({ language, paper }) => {
  it('keep all a patient must not miss, to the last red flag, on page 1', () => {
    const split = sets.filter((set) => !layOutFull(set, language, paper).layout.isPageOneWhole)
    expect(split).toEqual([])
  })
})
