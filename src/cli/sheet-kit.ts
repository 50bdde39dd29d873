import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { readLibrary } from '../content/read-library.ts'
import { loadFonts } from '../pdf/load-fonts.ts'
import type { Kit } from './run-sheet.ts'

/** What the `sheet` command is run with. @param built the folder of the built files */
export function makeSheetKit(built: string): Kit {
  return {
    now: new Date(),
    readLibrary: () => readLibrary(join(built, 'library.json')).library,
    loadFonts: () => loadFonts(join(built, 'fonts')),
    makeId: randomUUID,
  }
}
