import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readContent } from '../../src/content/read-content.ts'
import { Clinic } from '../../src/domain/clinic.ts'
import { Language, Paper } from '../../src/domain/ids.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import { loadFonts } from '../../src/pdf/load-fonts.ts'
import { layOutSelection } from '../../src/pdf/render-selection.ts'

const project = join(import.meta.dirname, '../..')
const library = readContent(join(project, 'content'))
const fonts = loadFonts(join(project, 'out/fonts'))
const [entry] = library.topics
const causes = entry?.topic.causes ?? []
const common = causes.filter((cause) => cause.common).map(({ id }) => id)
const pairs = common.flatMap((one, index) => common.slice(index + 1).map((other) => [one, other]))
const sets = [...causes.map(({ id }) => [id]), ...pairs, common]
const toStop = [
  'amoxicillin-clavulanate 625 mg',
  'atorvastatin 40 mg tablets',
  'isoniazid 300 mg tablets',
  'methotrexate 2.5 mg tablets',
  'diclofenac 50 mg tablets',
  'flucloxacillin 500 mg capsules',
]
const clinic = Clinic.parse({
  name: 'The Family Health Centre of the Town',
  address: '1200 North Long Boulevard, Building C, Suite 310, Springfield, IL 62704',
  phone: '+1 (555) 013-4567',
  openingHours: 'Mon–Fri 8:00–18:00, Sat 9:00–13:00',
  emergencyNumber: '112',
})

/** A full one: two results with those before, a patient, and as many medicines to stop as may be listed, where that can be said. */
function layOutFull(causeIds: readonly string[], language: Language, paper: Paper) {
  const selection = parseSelection({
    topic: entry?.topic.id,
    causes: causeIds.map((id) => ({ id, certainty: 'likely' })),
    language,
    paper,
    results: [
      { analyte: 'ALT', value: 96, upperLimit: 45, unit: 'U/L', previous: 130 },
      { analyte: 'AST', value: 58, upperLimit: 40, unit: 'U/L', previous: 77 },
    ],
    retest: { kind: 'date', date: '2026-12-07' },
    patientName: 'Patient Name',
    medicinesToStop: causeIds.includes('drug-injury') ? toStop : [],
  })
  return layOutSelection({ library, selection, clinic, today: '2026-11-22' }, fonts)
}

describe.each(Language.options.flatMap((language) => Paper.options.map((paper) => ({ language, paper }))))(
  'the shipped words in $language on $paper',
  ({ language, paper }) => {
    it('keep all a patient must not miss, to the last red flag, on page 1', () => {
      const split = sets.filter((set) => !layOutFull(set, language, paper).layout.isPageOneWhole)
      expect(split).toEqual([])
    })
  },
)
