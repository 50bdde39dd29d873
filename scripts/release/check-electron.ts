// Where releases are made: stops when the pinned Electron gets no security fixes any more.
import { spawnSync } from 'node:child_process'
import { makeNpmCommand } from '../bootstrap/npm-command.mjs'
import { stopOnError } from '../commands/stop-on-error.ts'
import { readDeclaredElectron } from '../electron/electron-package.ts'
import { isCurrentElectron } from './current-electron.ts'

await stopOnError(() => {
  const version = readDeclaredElectron()
  const npm = makeNpmCommand(['view', 'electron', 'version'])
  const { stdout, status } = spawnSync(npm.command, npm.options, { encoding: 'utf8', shell: npm.shell })
  if (status !== 0) throw new Error('The newest Electron could not be asked for. A release needs a network.')
  const newest = stdout.trim()
  if (!isCurrentElectron(version, newest))
    throw new Error(`Electron ${version} gets no security fixes any more: the newest is ${newest}.`)
  console.log(`Electron ${version} is supported; the newest is ${newest}.`)
})
