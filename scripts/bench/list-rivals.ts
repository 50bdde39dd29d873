import type { Rival } from './rival.ts'
import { careSheet, careSheetDrawing } from './rivals/caresheet.ts'
import { chromium } from './rivals/chromium/chromium.ts'
import { jspdf } from './rivals/jspdf.ts'
import { pdfmake } from './rivals/pdfmake.ts'
import { reactPdf } from './rivals/react-pdf.ts'
import { typst } from './rivals/typst.ts'

/** Ourselves first, then the others, the fastest first. */
export const allRivals: readonly Rival[] = [careSheet, careSheetDrawing, typst, chromium, jspdf, reactPdf, pdfmake]

/** The rivals of these names, and always ourselves. @throws Error naming one that is not known */
export function chooseRivals(names: readonly string[]): Rival[] {
  const find = (name: string) => allRivals.filter((rival) => rival.name.toLowerCase().includes(name.toLowerCase()))
  const unknown = names.find((name) => name === '' || find(name).length === 0)
  if (unknown !== undefined)
    throw new Error(`--rivals: "${unknown}" is none of ${allRivals.map(({ name }) => name).join('; ')}.`)
  const chosen = new Set([careSheet, careSheetDrawing, ...names.flatMap(find)])
  return allRivals.filter((rival) => chosen.has(rival))
}
