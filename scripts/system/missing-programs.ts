import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'

/** Which Debian package brings each library that an Electron links to and a bare Debian lacks. */
const packageOfLibrary: readonly (readonly [library: RegExp, debianPackage: string])[] = [
  [/^libasound\./, 'libasound2'],
  [/^libatk-bridge-|^libatspi\./, 'libatk-bridge2.0-0'],
  [/^libcups\./, 'libcups2'],
  [/^libgbm\.|^libdrm\./, 'libgbm1'],
  [/^libnss3\.|^libnssutil3\.|^libsmime3\.|^libnspr4\./, 'libnss3'],
]
const packageOfTheRest = 'libgtk-3-0' // X11, Cairo, Pango, GLib, D-Bus and ATK all come with it

/** The names of the libraries that `ldd` could not find. */
export function parseMissingLibraries(lddOutput: string): string[] {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map(([, library = '']) => library)
}

/** The Debian packages that bring some libraries, each once. */
export function namePackages(libraries: readonly string[]): string[] {
  const names = libraries.map(
    (library) => packageOfLibrary.find(([pattern]) => pattern.test(library))?.[1] ?? packageOfTheRest,
  )
  return [...new Set(names)].toSorted()
}

/** The Debian packages still missing before this Electron can run here. Other systems bring all of it. */
export function listMissingForElectron(executable: string): string[] {
  if (process.platform !== 'linux') return []
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' })
  const packages = namePackages(parseMissingLibraries(stdout ?? ''))
  return hasDisplay() || isOnPath('Xvfb') ? packages : [...packages, 'xvfb']
}

/** The Debian packages of the programs by which the tests judge a PDF from outside. */
export function listMissingForPdfTests(): string[] {
  return [isOnPath('qpdf') ? [] : ['qpdf'], isOnPath('pdfinfo') ? [] : ['poppler-utils']].flat()
}

/**
 * The Debian packages for the faults that are tried on Linux alone: the compiler of what records the writes before a power
 * cut, and the two ends of a network share.
 */
export function listMissingForFaults(): string[] {
  if (process.platform !== 'linux') return []
  return [
    isOnPath('cc') ? [] : ['gcc', 'libc6-dev'],
    isOnPath('sshfs') ? [] : ['sshfs'],
    existsSync('/usr/lib/openssh/sftp-server') ? [] : ['openssh-sftp-server'],
  ].flat()
}

/** The Debian packages of a keystore such as a desktop has, for the tests of the window. */
export function listMissingForKeystore(): string[] {
  if (process.platform !== 'linux') return []
  return [
    isOnPath('gnome-keyring-daemon') ? [] : ['gnome-keyring', 'libsecret-1-0'],
    isOnPath('dbus-daemon') ? [] : ['dbus-daemon'],
  ].flat()
}

/** The Debian package of the program that shows what others do on the network, where it can be installed without asking. */
export function listMissingForTraces(): string[] {
  const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && isOnPath('apt-get')
  return canInstall && !isOnPath('strace') ? ['strace'] : []
}

/** Is there a screen to open a window on? */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

/** Can this program be started by its bare name? */
export function isOnPath(program: string): boolean {
  const names = process.platform === 'win32' ? [`${program}.exe`, `${program}.cmd`] : [program]
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean)
  return folders.some((folder) => names.some((name) => isExecutable(path.join(folder, name))))
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
