import { join } from 'node:path'
import { readContent } from '../../src/content/read-content.ts'
import { Clinic } from '../../src/domain/clinic.ts'
import { parseSelection, type Selection } from '../../src/domain/selection.ts'
import { renderSelection } from '../../src/pdf/render-selection.ts'
import { readPdf } from '../read-pdf.ts'
import { fonts } from './render.ts'

/** The words that ship, for tests of what they look like on paper. */
export const library = readContent(join(import.meta.dirname, '../../content'))
const [entry] = library.topics
export const causes = entry?.topic.causes ?? []
export const commonCauses = causes.filter((cause) => cause.common).map(({ id }) => id)
/** With as much to say of itself as a clinic may. */
export const longClinic = Clinic.parse({
  name: 'The Family Health Centre of the Town',
  address: '1200 North Long Boulevard, Building C, Suite 310, Springfield, IL 62704',
  phone: '+1 (555) 013-4567',
  openingHours: 'Mon–Fri 8:00–18:00, Sat 9:00–13:00',
  emergencyNumber: '112',
})
export const today = '2026-11-22'

/** Choices of the shipped topic, the next test in two weeks. */
export function choose(choices: object): Selection {
  return parseSelection({
    topic: entry?.topic.id,
    language: 'en',
    causes: [],
    retest: { kind: 'date', date: '2026-12-07' },
    patientName: 'Patient Name',
    ...choices,
  })
}

/** As `--cause` ticks them. */
export const tick = (...ids: string[]) => ({ causes: ids.map((id) => ({ id, certainty: 'likely' })) })

export const twoResults = {
  results: [
    { analyte: 'ALT', value: 96, upperLimit: 45, unit: 'U/L', previous: 130 },
    { analyte: 'AST', value: 58, upperLimit: 40, unit: 'U/L', previous: 77 },
  ],
}

/** A paper of the shipped words, and the same read back. */
export async function renderShipped(choices: object) {
  const made = await renderSelection({ library, selection: choose(choices), clinic: longClinic, today }, fonts)
  return { ...made, read: await readPdf(made.pdf) }
}
