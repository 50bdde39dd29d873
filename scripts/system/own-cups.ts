import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { installPrograms } from './install-programs.ts'
import { isOnPath } from './missing-programs.ts'

/** A CUPS of our own, and the variables that lead programs to it and to nothing else. */
export type OwnCups = { variables: Readonly<Record<string, string>>; stop: () => void }

const parts = path.join(import.meta.dirname, 'own-cups')
const installed = '/usr/lib/cups'
const account = 'lp' // CUPS refuses to run its filters as root

/** The Debian packages that are missing before a CUPS of our own can run. */
export function listMissingForPrinting(): string[] {
  return [
    existsSync('/usr/sbin/cupsd') ? [] : ['cups-daemon'],
    existsSync('/usr/sbin/lpadmin') && isOnPath('lp') ? [] : ['cups-client'],
    isOnPath('ipptool') ? [] : ['cups-ipp-utils'],
    existsSync(path.join(installed, 'filter/pdftopdf')) ? [] : ['cups-filters'],
  ].flat()
}

/** Why a CUPS of our own cannot run for this account, as a sentence; null when it can. */
export function explainNoCups(): string | null {
  if (process.platform !== 'linux') return 'CUPS of its own is started only on Linux'
  if (process.getuid?.() !== 0) return 'CUPS can be started only by root'
  return null
}

/**
 * Runs something with a CUPS of our own where one can be had, and else without. It says which it was: a test that was
 * skipped must not be silent about why.
 */
export async function withOwnCups<T>(
  act: (variables: OwnCups['variables']) => Promise<T>,
): Promise<{ result: T; whyNot: string | null }> {
  const started = await tryOwnCups()
  if (typeof started === 'string') return { result: await act({}), whyNot: started }
  try {
    return { result: await act(started.variables), whyNot: null }
  } finally {
    started.stop()
  }
}

/** A CUPS of our own, or the reason why there is none. */
async function tryOwnCups(): Promise<OwnCups | string> {
  const reason = explainNoCups()
  if (reason !== null) return reason
  try {
    installPrograms(listMissingForPrinting())
    return await startOwnCups()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/**
 * Starts a CUPS that knows no printer yet, with its own folder, socket, settings and queue: the one of this computer is
 * neither used nor changed. Its printers are made by the tests and keep what arrives. It ends with this process.
 */
export async function startOwnCups(): Promise<OwnCups> {
  const folder = mkdtempSync(path.join(tmpdir(), 'caresheet-cups-'))
  const socket = path.join(folder, 'run/socket')
  writeFolder(folder, socket)
  const files = ['-c', path.join(folder, 'etc/cupsd.conf'), '-s', path.join(folder, 'etc/cups-files.conf')]
  const server = spawn('/usr/sbin/cupsd', ['-f', ...files], { stdio: 'ignore', detached: true })
  const stop = (): void => {
    server.kill('SIGKILL') // asked politely, it would write into the folder once more
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', stop)
  for (let tries = 0; !existsSync(socket); tries += 1) {
    if (tries === 100 || server.exitCode !== null) throw new Error('CUPS did not start.')
    await pause(50)
  }
  return {
    variables: { CUPS_SERVER: socket, CUPS_SERVERROOT: path.join(folder, 'etc'), CARESHEET_TEST_CUPS: folder },
    stop: () => {
      process.off('exit', stop)
      stop()
    },
  }
}

function writeFolder(folder: string, socket: string): void {
  const inside = (name: string): string => path.join(folder, name)
  for (const name of ['bin/backend', 'etc', 'spool', 'cache', 'run', 'log', 'printers'])
    mkdirSync(inside(name), { recursive: true })
  for (const name of ['cgi-bin', 'daemon', 'driver', 'filter', 'monitor', 'notifier'])
    symlinkSync(path.join(installed, name), inside(`bin/${name}`))
  symlinkSync(path.join(installed, 'backend/ipp'), inside('bin/backend/ipp'))
  copyFileSync(path.join(parts, 'backend.sh'), inside('bin/backend/paper'))
  chmodSync(inside('bin/backend/paper'), 0o700) // CUPS runs as root what only root may run
  copyFileSync(path.join(parts, 'printer.ppd'), inside('printer.ppd'))
  writeFileSync(
    inside('etc/cups-files.conf'),
    [
      `ServerRoot ${inside('etc')}`,
      `ServerBin ${inside('bin')}`,
      `RequestRoot ${inside('spool')}`,
      `TempDir ${inside('spool')}`,
      `CacheDir ${inside('cache')}`,
      `StateDir ${inside('run')}`,
      ...['Access', 'Error', 'Page'].map((log) => `${log}Log ${inside(`log/${log}`)}`),
      'SystemGroup root',
      `User ${account}`,
      `Group ${account}`,
      '',
    ].join('\n'),
  )
  writeFileSync(
    inside('etc/cupsd.conf'),
    [
      `Listen ${socket}`,
      'Browsing No',
      'WebInterface No',
      'DefaultAuthType None',
      '<Location />\nOrder allow,deny\nAllow all\n</Location>',
      '<Policy default>\n<Limit All>\nOrder allow,deny\nAllow all\n</Limit>\n</Policy>',
      '',
    ].join('\n'),
  )
  // Its filters must get in; others must not, for anyone who does may print.
  spawnSync('chown', [`root:${account}`, folder, inside('run'), inside('spool')])
  for (const name of ['', 'run', 'spool']) chmodSync(inside(name), 0o710)
}
