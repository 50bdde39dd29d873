import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildAppIfChanged } from '../build/build-app.ts'
import { findElectron } from '../electron/find-electron.ts'
import { prepareElectron } from '../electron/prepare-electron.ts'
import { buildDeb, type PackageChoice } from '../package/build-deb.ts'
import { makeCleanDebian } from '../package/clean-debian.ts'
import { tryPackage } from '../package/try-package.ts'
import { installPrograms } from '../system/install-programs.ts'
import { isOnPath } from '../system/missing-programs.ts'
import { stopOnError } from './stop-on-error.ts'

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1))

/** Starts this anew where mounts are its own: what tests mount is then seen in the clean Debian too, and ends with this. */
function enterOwnMounts(): void {
  if (process.env['CARESHEET_OWN_MOUNTS'] !== undefined) return
  const again = ['unshare', '--mount', '--propagation', 'shared', process.execPath, ...process.argv.slice(1)]
  process.execve?.('/usr/bin/unshare', again, { ...process.env, CARESHEET_OWN_MOUNTS: 'yes' })
}

// npm run test:package [names of end-to-end tests]: installs the package in a clean Debian, uses it, and removes it.
await stopOnError(async () => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    throw new Error('A clean Debian can be made only by root on Linux. Please run: sudo npm run test:package')
  enterOwnMounts()
  installPrograms(isOnPath('debootstrap') ? [] : ['debootstrap'])
  buildAppIfChanged()
  const electron = path.dirname((await findElectron()).executable)
  const work = mkdtempSync(path.join(tmpdir(), 'caresheet-test-package-'))
  const make = (choice: Partial<PackageChoice>, folder: string) =>
    buildDeb({ electron, allowsStandIn: true, isDriven: false, ...choice }, path.join(work, folder))
  const packages = {
    released: await make({}, 'released'),
    driven: await make({ isDriven: true, isQuick: true }, 'driven'),
    older: await make({ isDriven: true, isQuick: true, version: '0.0.9' }, 'older'),
  }
  delete process.env['DISPLAY'] // a screen of our own: nobody wants these windows on theirs
  const screen = await prepareElectron()
  const debian = makeCleanDebian('/var/tmp')
  try {
    const failed = await tryPackage({
      debian,
      packages,
      electron,
      work,
      screen: screen.environment,
      names: process.argv.slice(2),
    })
    console.log(failed === 0 ? 'The package holds.' : `${failed} failed`)
    if (failed > 0) process.exitCode = 1
  } finally {
    debian.remove()
    screen.stop()
    rmSync(work, { recursive: true, force: true })
  }
})
