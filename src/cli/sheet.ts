import { runSheet } from './run-sheet.ts'

const { status, stdout, stderr } = await runSheet(process.argv.slice(2), new Date())
process.stdout.write(stdout)
process.stderr.write(stderr)
process.exitCode = status
