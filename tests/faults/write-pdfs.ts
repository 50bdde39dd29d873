import { writeFileWhole } from '../../src/store/write-file-whole.ts'
import { makePdf } from './make-pdf.ts'

// Saves one PDF after another under the same name, and tells of each that is saved.
const [path = '', notes = ''] = process.argv.slice(2)
for (let number = 0; ; number += 1) {
  await writeFileWhole(path, makePdf(number), notes)
  process.stdout.write(`${number}\n`)
}
