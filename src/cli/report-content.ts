// Prints what every instrument measures on the content, and fails when a gate does not hold: report-content [folder].
import { join, resolve } from 'node:path'
import { toLocalDate } from '../domain/calendar.ts'
import { checkContent } from '../content/check-content.ts'
import { measureContent } from '../content/measure-content.ts'
import { loadFonts } from '../pdf/load-fonts.ts'
import { describeMeasure } from './describe-measure.ts'
import { measureGlyphs } from './measure-glyphs.ts'

const project = resolve(import.meta.dirname, '../..')
const folder = resolve(process.argv[2] ?? join(project, 'content'))
const today = toLocalDate(new Date())
const { problems, summary, content } = checkContent(folder, today)
for (const { message } of problems) console.error(message)
console.log(summary)
if (problems.length === 0) {
  const measured = measureContent(folder, content)
  const glyphs = measureGlyphs(content, loadFonts(join(project, 'out/fonts')))
  for (const measure of [...measured.measures, glyphs]) console.log(`\n${describeMeasure(measure)}`)
  if (measured.problems.length + glyphs.misses.length > 0) process.exitCode = 1
} else process.exitCode = 1
