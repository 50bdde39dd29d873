import { appendFileSync } from 'node:fs'
import { writeFileWhole } from '../../src/store/write-file-whole.ts'
import { makePdf } from './make-pdf.ts'

// Saves one PDF after another under the same name, and tells of each that is saved:
// node write-pdfs.ts sheet.pdf folder-of-notes [how-many file]
const [path = '', notes = '', count = 'Infinity', acks] = process.argv.slice(2)
for (let number = 0; number < Number(count); number += 1) {
  await writeFileWhole(path, makePdf(number), notes)
  if (acks === undefined) process.stdout.write(`${number}\n`)
  else appendFileSync(acks, `${number}\n`)
}
