import { findDataFolder, runRestore } from './run-restore.ts'

const { status, stdout, stderr } = runRestore(process.argv.slice(2), {
  now: new Date(),
  command: 'npm run --silent restore --',
  usualFolder: findDataFolder(process.platform, process.env),
})
process.stdout.write(stdout)
process.stderr.write(stderr)
process.exitCode = status
