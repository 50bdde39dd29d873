// Says in one line that the content may ship, or prints each problem with its file and line and fails: check-content [folder].
// --release: a translation that is older than the English is a problem too.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { toLocalDate } from '../domain/calendar.ts'
import { checkContent } from '../content/check-content.ts'
import { measureContent, measureTexts } from '../content/measure-content.ts'

const { values, positionals } = parseArgs({ options: { release: { type: 'boolean' } }, allowPositionals: true })
const folder = resolve(positionals[0] ?? resolve(import.meta.dirname, '../../content'))
const today = toLocalDate(new Date())
const { problems, summary, content } = checkContent(folder, today, values)
const found =
  problems.length > 0 ? [...problems, ...measureTexts(folder, content)] : measureContent(folder, content).problems
for (const message of new Set(found.map((problem) => problem.message))) console.error(message)
if (found.length > 0) process.exitCode = 1
else console.log(summary)
