import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { readLibrary } from '../content/read-library.ts'
import { loadFonts } from '../pdf/load-fonts.ts'
import { runSheet, type Ending } from './run-sheet.ts'

const built = join(import.meta.dirname, '../../out')

function end({ status, stdout, stderr }: Ending): void {
  process.stdout.write(stdout)
  process.stderr.write(stderr)
  process.exitCode = status
}

// Not awaited at the top: what is built as CommonJS cannot.
void runSheet(process.argv.slice(2), {
  now: new Date(),
  readLibrary: () => readLibrary(join(built, 'library.json')).library,
  loadFonts: () => loadFonts(join(built, 'fonts')),
  makeId: randomUUID,
}).then(end)
