import { createHash } from 'node:crypto'
import type { SheetInputs } from '../domain/compose-sheet.ts'
import { findContent } from '../domain/check-selection.ts'
import { issueHandout, type HandoutInputs } from '../domain/issue-handout.ts'
import { toFhirBundle } from '../domain/to-fhir.ts'
import type { Fonts } from './load-fonts.ts'
import { renderSelection, type Extras, type RenderedSelection } from './render-selection.ts'

/** What only the edge knows of a record: its id and the time. */
export type RecordMark = Pick<HandoutInputs, 'id' | 'issuedAt'>

/**
 * A paper with the record of it inside, as FHIR R4 in JSON: PDF/A-3a. The record tells what was given, in which version
 * and when, the reason typed at a stop, and nothing else about the patient. Its hash is that of the same paper without the record: what is printed.
 * @throws AppError as `renderSelection`
 */
export async function renderWithRecord(
  inputs: Omit<SheetInputs, 'hash'>,
  fonts: Fonts,
  mark: RecordMark,
  { logo }: Pick<Extras, 'logo'> = {},
): Promise<RenderedSelection> {
  const { library, selection, clinic } = inputs
  const { sheet, pdf } = await renderSelection(inputs, fonts, { logo })
  const handout = issueHandout({
    ...mark,
    pdf: { sha256: createHash('sha256').update(pdf).digest('hex'), size: pdf.length },
    content: findContent(library, selection).entry,
    selection,
    sheet,
    clinic,
  })
  const attachment = {
    name: 'record.fhir.json',
    type: 'application/fhir+json',
    description: 'What was given, as FHIR R4',
    text: `${JSON.stringify(toFhirBundle(handout), null, 2)}\n`,
  }
  return renderSelection(inputs, fonts, { logo, attachment })
}
