import path from 'node:path'
import type { Rival } from '../rival.ts'

const library = path.resolve(import.meta.dirname, '../../../out/library.json')

// Loaded when opened, as the others are, so that a first document pays for its code.
const loadRoom = async (folder: string) => {
  const { loadFonts } = await import('../../../src/pdf/load-fonts.ts')
  return loadFonts(folder)
}

/** As the app does it: composing included, fonts opened once. */
export const careSheet: Rival = {
  name: 'CareSheet',
  isSlow: false,
  open: async (folder) => {
    const { readLibrary } = await import('../../../src/content/read-library.ts')
    const { renderSelection } = await import('../../../src/pdf/render-selection.ts')
    const fonts = await loadRoom(folder)
    const read = readLibrary(library)
    return {
      draw: async ({ job }) => (await renderSelection({ library: read.library, ...job }, fonts)).pdf,
      close: async () => {},
    }
  },
}

/** From the composed sheet, where the others begin too. */
export const careSheetDrawing: Rival = {
  name: 'CareSheet, drawing alone',
  isSlow: false,
  open: async (folder) => {
    const { renderSheet } = await import('../../../src/pdf/render-sheet.ts')
    const fonts = await loadRoom(folder)
    return {
      draw: async ({ job, sheet }) => {
        const { pdf } = renderSheet(sheet, { paper: job.selection.paper, date: job.today, fonts })
        return pdf
      },
      close: async () => {},
    }
  },
}
