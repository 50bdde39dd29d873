// Writes a proof of each language for a clinician to read and sign: proof-content [folder for the PDFs].
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { AppError } from '../domain/app-error.ts'
import { toLocalDate } from '../domain/calendar.ts'
import { Language } from '../domain/ids.ts'
import { makeProof } from '../content/make-proof.ts'
import { readContent } from '../content/read-content.ts'
import { loadFonts } from '../pdf/load-fonts.ts'
import { renderProof } from '../pdf/render-proof.ts'
import { writeFileWhole } from '../store/write-file-whole.ts'

const project = resolve(import.meta.dirname, '../..')
const out = resolve(process.argv[2] ?? join(project, 'out/proofs'))
try {
  const library = readContent(join(project, 'content'))
  const fonts = loadFonts(join(project, 'out/fonts'))
  mkdirSync(out, { recursive: true })
  for (const language of Language.options) {
    const proof = makeProof(library, language)
    if (!proof) continue
    const path = join(out, `proof-${language}.pdf`)
    await writeFileWhole(path, renderProof(proof, { fonts, date: toLocalDate(new Date()) }))
    console.log(path)
  }
} catch (error) {
  if (!(error instanceof AppError)) throw error
  for (const { message } of error.problems) console.error(message)
  process.exitCode = 1
}
