import { runRestore } from './run-restore.ts'

const { status, stdout, stderr } = runRestore(process.argv.slice(2), {
  now: new Date(),
  platform: process.platform,
  environment: process.env,
})
process.stdout.write(stdout)
process.stderr.write(stderr)
process.exitCode = status
