// Says in one line that the content may ship, or prints each problem with its file and line and fails.
import { resolve } from 'node:path'
import { toLocalDate } from '../domain/calendar.ts'
import { checkContent } from '../content/check-content.ts'

const folder = resolve(process.argv[2] ?? resolve(import.meta.dirname, '../../content'))
const { problems, summary } = checkContent(folder, toLocalDate(new Date()))
for (const { message } of problems) console.error(message)
if (problems.length > 0) process.exitCode = 1
else console.log(summary)
