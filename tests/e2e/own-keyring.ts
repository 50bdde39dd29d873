import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A GNOME Keyring of a test's own, and the variables that lead programs to it and to nothing else. */
export type OwnKeyring = { readonly variables: Readonly<Record<string, string>>; readonly stop: () => void }

/** The first line that a program writes. */
function readLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`It ended with code ${code}.`)))
    child.stdout?.once('data', (bytes: Buffer) => resolve(bytes.toString().trim()))
  })
}

/** Starts a message bus and, on it, the keyring of a desktop, unlocked as by a login; what it keeps lies in `folder`. */
export async function startOwnKeyring(folder: string): Promise<OwnKeyring> {
  const home = join(folder, 'keyring')
  mkdirSync(join(home, 'run'), { recursive: true, mode: 0o700 })
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const variables = {
    DBUS_SESSION_BUS_ADDRESS: await readLine(bus),
    XDG_CURRENT_DESKTOP: 'GNOME', // by this Chromium knows which keystore to ask
    XDG_DATA_HOME: home,
    XDG_RUNTIME_DIR: join(home, 'run'),
  }
  const keyring = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, ...variables },
  })
  keyring.stdin?.end('a login\n')
  await pause(1000) // it tells nobody when it is ready; who asks sooner waits on the bus
  const stop = () => {
    keyring.kill('SIGKILL')
    bus.kill('SIGKILL')
  }
  return { variables, stop }
}
