import { createHash } from 'node:crypto'
import type { Clinic } from '../domain/clinic.ts'
import type { Sheet } from '../domain/sheet.ts'
import { AppError } from '../domain/app-error.ts'
import { checkSelection, findContent, refuseProblems } from '../domain/check-selection.ts'
import { composeSheet, type SheetInputs } from '../domain/compose-sheet.ts'
import { checkPrintable, type TypedText } from './check-printable.ts'
import { drawSheet, layOutSheet, type Layout } from './render-sheet.ts'
import type { Fonts } from './load-fonts.ts'

/** Hex SHA-256 of a text, as the domain asks for it. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** What was typed about the clinic and will stand on paper, by field. */
export function listClinicTexts(clinic: Clinic): TypedText[] {
  return [
    { field: 'name', name: 'Clinic name', text: clinic.name },
    { field: 'address', name: 'Address', text: clinic.address },
    { field: 'phone', name: 'Phone', text: clinic.phone },
    { field: 'openingHours', name: 'Opening hours', text: clinic.openingHours },
    { field: 'emergencyNumber', name: 'Emergency number', text: clinic.emergencyNumber },
  ]
}

/** What was typed and will stand on paper, by field. */
function listTyped({ selection, clinic }: Pick<SheetInputs, 'selection' | 'clinic'>) {
  return [
    { field: 'patientName', name: 'Patient name', text: selection.patientName },
    { field: 'note', name: 'Note', text: selection.note },
    ...selection.medicinesToStop.map((text, index) => ({
      field: `medicinesToStop.${index}`,
      name: 'Medicine to stop',
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
  const checks = [
    () => refuseProblems(checkSelection(findContent(library, selection), selection, today)),
    () => checkPrintable(listTyped(inputs), fonts),
  ]
  return checks.flatMap(catchRefusal)
}

/** What page 1 gives up, step by step, until the last red flag stands on it. Nothing is lost: it stands with the causes. */
const roomMakers = [
  { isPageOneTight: true },
  { isPageOneTight: true, firstActionsAtMost: 2 },
  { isPageOneTight: true, firstActionsAtMost: 1 },
] as const

/**
 * From choices to laid out pages. Red flags outrank the rest: what has no room on page 1 stands with the causes.
 * @throws AppError bad-input, not-available or unprintable-text, with the fields to mend
 */
export function layOutSelection(inputs: Omit<SheetInputs, 'hash'>, fonts: Fonts): { sheet: Sheet; layout: Layout } {
  const refusals = listRefusals(inputs, fonts)
  if (refusals[0])
    throw new AppError(
      refusals[0].code,
      refusals.flatMap(({ problems }) => problems),
    )
  const { paper } = inputs.selection
  const layOut = (room: Pick<SheetInputs, 'firstActionsAtMost' | 'isPageOneTight'>) => {
    const sheet = composeSheet({ ...inputs, ...room, hash: hashText })
    return { sheet, layout: layOutSheet(sheet, { paper, date: inputs.today, fonts }) }
  }
  const usual = layOut({})
  if (usual.layout.isPageOneWhole) return usual
  for (const room of roomMakers) {
    const closer = layOut(room)
    if (closer.layout.isPageOneWhole) return closer
  }
  return usual
}

/**
 * From choices to paper: composes the sheet, makes sure every typed character can print, and renders it.
 * The window, the command line and the tests all come through here, so they cannot differ.
 * @throws AppError bad-input, not-available or unprintable-text, with the fields to mend
 */
export async function renderSelection(
  inputs: Omit<SheetInputs, 'hash'>,
  fonts: Fonts,
): Promise<{ readonly sheet: Sheet; readonly pdf: Uint8Array; readonly pages: number }> {
  const { sheet, layout } = layOutSelection(inputs, fonts)
  const { pdf, pages } = await drawSheet(layout)
  return { sheet, pdf, pages }
}
