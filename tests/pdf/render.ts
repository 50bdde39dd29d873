import path from 'node:path'
import type { Sheet } from '../../src/domain/sheet.ts'
import { loadFonts } from '../../src/pdf/load-fonts.ts'
import { renderSheet, type RenderOptions } from '../../src/pdf/render-sheet.ts'
import { readPdf } from '../read-pdf.ts'

export const fontFolder = path.resolve(import.meta.dirname, '../../out/fonts')
export const fonts = loadFonts(fontFolder)

/** The bytes of a sheet, on A4 of 22 November 2026 unless told otherwise. */
export async function render(sheet: Sheet, options: Partial<RenderOptions> = {}): Promise<Uint8Array> {
  const { pdf } = renderSheet(sheet, { paper: 'A4', date: '2026-11-22', fonts, ...options })
  return pdf
}

/** A sheet rendered and read back. */
export async function renderAndRead(sheet: Sheet, options: Partial<RenderOptions> = {}) {
  return readPdf(await render(sheet, options))
}
