import { expect } from 'vitest'
import type { Paper } from '../../src/domain/ids.ts'
import type { Selection } from '../../src/domain/selection.ts'
import { renderSelection } from '../../src/pdf/render-selection.ts'
import { goldenSheets } from '../properties/golden-sets.ts'
import { readPdf } from '../read-pdf.ts'
import { findLastFirstPage, listFaults } from './list-faults.ts'
import { fonts } from './render.ts'
import { choose, library, longClinic, today } from './shipped.ts'

/**
 * What holds for every paper is tried on each visit of the golden sheets, in sizes and on papers in turn. EVERY_PAPER=1
 * tries all 1950 there are, in some minutes; a change of how a sheet is laid out asks for it:
 *
 *     EVERY_PAPER=1 npm test -- --only unit -- tests/pdf/every-paper.test.ts tests/pdf/every-pair.test.ts
 */
export const tryAll = process.env['EVERY_PAPER'] === '1'

export type Form = Pick<Selection, 'language' | 'secondLanguage' | 'size'> & { readonly paper: Paper }

/** The pairs of languages that are tried side by side. */
export const pairs = [
  { language: 'es', secondLanguage: 'en' },
  { language: 'zh-CN', secondLanguage: 'en' },
  { language: 'es', secondLanguage: 'zh-CN' },
] as const

export const visits = goldenSheets.map(({ name, choices: { causes, ...choices } }, index) => ({
  name,
  choices: { ...choices, causes: causes.map((id) => ({ id, certainty: 'likely' })), retestCard: index % 2 === 0 },
}))

/** Each size on each paper, or the one whose turn it is. */
export function listForms(spoken: Pick<Form, 'language' | 'secondLanguage'>, turn: number): Form[] {
  const sizes = ['standard', 'clear', 'large'] as const
  const forms = (['A4', 'Letter'] as const).flatMap((paper) => sizes.map((size) => ({ ...spoken, size, paper })))
  return tryAll ? forms : forms.slice(turn % forms.length).slice(0, 1)
}

/** How many pages may hold the red flags and the next steps in the patient's language. */
function countFirstPages({ size, paper, secondLanguage }: Form): number {
  if (secondLanguage !== undefined) return size === 'standard' ? 2 : 3
  return size === 'standard' && paper !== 'A5' ? 1 : 2
}

/** Prints a visit in a form, and expects of the paper what every one must keep. `twice`: the same bytes each time, too. */
export async function expectGoodPaper(
  { choices }: Pick<(typeof visits)[number], 'choices'>,
  form: Form,
  twice: boolean,
) {
  const inputs = { library, selection: choose({ ...choices, ...form }), clinic: longClinic, today }
  const made = await renderSelection(inputs, fonts)
  const read = await readPdf(made.pdf)
  // With all causes ticked there are more red flags than a page of large letters holds.
  const hasMost = choices.causes.length > 6
  expect(listFaults(made, read, { size: form.size, mayBreak: hasMost })).toEqual([])
  if (!hasMost) expect(findLastFirstPage(read, made.sheet)).toBeLessThanOrEqual(countFirstPages(form))
  if (twice) expect(Buffer.compare(made.pdf, (await renderSelection(inputs, fonts)).pdf)).toBe(0)
}
