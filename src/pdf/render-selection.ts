import { createHash } from 'node:crypto'
import type { Clinic } from '../domain/clinic.ts'
import type { SheetInputs } from '../domain/compose-sheet.ts'
import { composePaper, type PairedSheet } from '../domain/pair-sheets.ts'
import type { Sheet } from '../domain/sheet.ts'
import { AppError } from '../domain/app-error.ts'
import { checkSelection, findContent, refuseProblems } from '../domain/check-selection.ts'
import { fitPaper, type Room } from './fit-paper.ts'
import { checkPrintable, type TypedText } from './check-printable.ts'
import { drawSheet, layOutSheet, type Layout, type RenderOptions } from './render-sheet.ts'
import type { Fonts } from './load-fonts.ts'
import { recallTemplates } from './recall-templates.ts'
import { createTextMemory } from './text-memory.ts'

/** Hex SHA-256 of a text, as the domain asks for it. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** What was typed about the clinic and will stand on paper, by field. */
export function listClinicTexts(clinic: Clinic): TypedText[] {
  return [
    { field: 'name', name: 'field-clinic-name', text: clinic.name },
    { field: 'address', name: 'field-address', text: clinic.address },
    { field: 'phone', name: 'field-phone', text: clinic.phone },
    { field: 'openingHours', name: 'field-opening-hours', text: clinic.openingHours },
    { field: 'emergencyNumber', name: 'field-emergency-number', text: clinic.emergencyNumber },
  ]
}

/** What was typed and will stand on paper, by field. */
function listTyped({ selection, clinic }: Pick<SheetInputs, 'selection' | 'clinic'>): TypedText[] {
  return [
    { field: 'patientName', name: 'field-patient-name', text: selection.patientName },
    { field: 'note', name: 'field-note', text: selection.note },
    ...selection.medicinesToStop.map((text, index): TypedText => ({
      field: `medicinesToStop.${index}`,
      name: 'field-medicine-to-stop',
      text,
    })),
    ...listClinicTexts(clinic).map((typed) => ({ ...typed, field: `clinic.${typed.field}` })),
  ]
}

/** What a check refuses, or nothing. */
function catchRefusal(check: () => void): AppError[] {
  try {
    check()
    return []
  } catch (error) {
    if (error instanceof AppError) return [error]
    throw error
  }
}

/** All that is to be mended before a sheet can be made, of every kind at once: wrong choices, and what no font can print. */
export function listRefusals(inputs: Omit<SheetInputs, 'hash'>, fonts: Fonts): AppError[] {
  const { library, selection, today } = inputs
  const { topic, secondLanguage } = selection
  const checks = [
    () => refuseProblems(checkSelection(findContent(library, selection), selection, today)),
    () => void (secondLanguage && findContent(library, { topic, language: secondLanguage }, 'secondLanguage')),
    () => checkPrintable(listTyped(inputs), fonts),
  ]
  return checks.flatMap(catchRefusal)
}

/** What a paper has besides what is said: the clinic's logo, and a file inside the PDF, which is then PDF/A-3a and looks the same. */
export type Extras = Pick<RenderOptions, 'logo' | 'attachment'>

type LaidOut = { readonly composed: Sheet | PairedSheet; readonly layout: Layout }

/**
 * From choices to laid out pages. Red flags outrank the rest: what has no room on page 1 stands with the causes, and where
 * one page cannot hold what must not be missed even so, it takes two, and the red flags come first.
 * @throws AppError bad-input, not-available or unprintable-text, with the fields to mend
 */
export function layOutSelection(inputs: Omit<SheetInputs, 'hash'>, fonts: Fonts, extras: Extras = {}): LaidOut {
  const refusals = listRefusals(inputs, fonts)
  if (refusals[0])
    throw new AppError(
      refusals[0].code,
      refusals.flatMap(({ problems }) => problems),
    )
  const { paper, size } = inputs.selection
  const memory = createTextMemory(recallTemplates(inputs.library, fonts))
  const layOut = (room: Room): LaidOut => {
    const composed = composePaper({ ...inputs, ...room, hash: hashText })
    return { composed, layout: layOutSheet(composed, { paper, size, date: inputs.today, fonts, memory, ...extras }) }
  }
  return fitPaper(layOut, ({ layout }) => layout, inputs.selection.results.length > 0)
}

/** A paper, what it says, and the sheet in the patient's language, which is all of it or half. */
export type RenderedSelection = {
  readonly composed: Sheet | PairedSheet
  readonly sheet: Sheet
  readonly pdf: Uint8Array
  readonly pages: number
}

/**
 * From choices to paper: composes the sheet, makes sure every typed character can print, and renders it.
 * The window, the command line and the tests all come through here, so they cannot differ.
 * @throws AppError bad-input, not-available or unprintable-text, with the fields to mend
 */
export async function renderSelection(
  inputs: Omit<SheetInputs, 'hash'>,
  fonts: Fonts,
  extras: Extras = {},
): Promise<RenderedSelection> {
  const { composed, layout } = layOutSelection(inputs, fonts, extras)
  const { pdf, pages } = drawSheet(layout)
  return { composed, sheet: 'sheets' in composed ? composed.sheets[0] : composed, pdf, pages }
}
