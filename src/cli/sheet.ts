import { join } from 'node:path'
import { runSheet, type Ending } from './run-sheet.ts'
import { makeSheetKit } from './sheet-kit.ts'

function end({ status, stdout, stderr }: Ending): void {
  process.stdout.write(stdout)
  process.stderr.write(stderr)
  process.exitCode = status
}

// Not awaited at the top: what is built as CommonJS cannot.
void runSheet(process.argv.slice(2), makeSheetKit(join(import.meta.dirname, '..'))).then(end)
