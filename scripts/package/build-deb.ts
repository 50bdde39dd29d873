import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { listLicences } from '../build/list-licences.ts'
import { readDeclaredElectron } from '../electron/electron-package.ts'
import { projectFolder } from '../project-folder.ts'
import {
  bundleType,
  desktopEntry,
  fontSettings,
  installedIn,
  launcher,
  mimeInfo,
  writeControl,
  writeCopyright,
  writePreInstall,
} from './linux-files.ts'
import { writeIcons } from './make-icons.ts'
import { stageApp } from './stage-app.ts'
import { readElectronVersion, setFuses, stageElectron } from './stage-electron.ts'
import { writeNotices } from './write-notices.ts'
import { writeBom } from './write-sbom.ts'

const readVersion = (manifest: string): string =>
  (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version

/** How a package is to be made. */
export type PackageChoice = {
  /** the folder of an Electron */
  readonly electron: string
  /** whether it may be another than the declared one */
  readonly allowsStandIn: boolean
  /** leaves on the fuse by which end-to-end tests drive the app */
  readonly isDriven: boolean
  /** the version of the package; that of the app unless a test needs another */
  readonly version?: string
  /** packs it less tightly, for a test that carries it nowhere */
  readonly isQuick?: boolean
}

/** A package that was made, and what it is called. */
export type Package = { readonly file: string; readonly name: string; readonly version: string }

/** @throws Error when the Electron at hand is not the declared one and nobody said that it may be another */
export function checkElectron(found: string, declared: string, allowsStandIn: boolean): boolean {
  if (found === declared) return false
  if (allowsStandIn) return true
  throw new Error(
    `No package is made from Electron ${found}, which stands in for ${declared} in tests and gets no security fixes. ` +
      'Make packages where Electron can be downloaded, or, to try the packaging alone: npm run package -- --stand-in',
  )
}

/** Makes the Debian package in `to`. */
export async function buildDeb(choice: PackageChoice, to: string): Promise<Package> {
  const found = readElectronVersion(choice.electron)
  const declared = readDeclaredElectron()
  const isStandIn = checkElectron(found, declared, choice.allowsStandIn)
  const name = isStandIn ? 'caresheet-stand-in' : 'caresheet'
  const version = choice.version ?? readVersion(path.join(projectFolder, 'package.json'))
  const work = mkdtempSync(path.join(tmpdir(), 'caresheet-package-'))
  try {
    const root = path.join(work, 'root')
    const app = path.join(root, installedIn)
    mkdirSync(path.dirname(app), { recursive: true })
    stageElectron(choice.electron, app)
    await stageApp(path.join(app, 'resources'), work, isStandIn ? findStandInModules(choice.electron) : null)
    await setFuses(path.join(app, 'caresheet'), choice.isDriven)
    addFont(path.join(app, 'resources'))
    writeSums(path.join(app, 'resources'))
    await writeShare(path.join(root, 'usr'), name, found)
    writeControlFiles(root, name, version, isStandIn)
    setModes(root)
    mkdirSync(to, { recursive: true })
    const file = path.join(to, `${name}_${version}${choice.isDriven ? '_driven' : ''}_amd64.deb`)
    // xz is slow, and a seventh smaller than zstd: an Electron of today is larger than the stand-in.
    run('dpkg-deb', ['--root-owner-group', ...(choice.isQuick ? ['-Zzstd', '-z1'] : ['-Zxz']), '--build', root, file])
    return { file, name, version }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function findStandInModules(electron: string): string | null {
  const folder = path.join(electron, 'resources/node_modules')
  return existsSync(folder) ? folder : null
}

function addFont(resources: string): void {
  const font = 'NotoSans-Regular.ttf'
  mkdirSync(path.join(resources, 'fonts'))
  copyFileSync(path.join(projectFolder, 'out/fonts', font), path.join(resources, 'fonts', font))
  writeFileSync(path.join(resources, 'fonts.conf'), fontSettings)
}

/** By these the launcher finds damage: Electron itself checks its archive on macOS and Windows only. */
function writeSums(resources: string): void {
  const files = readdirSync(resources, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(resources, path.join(entry.parentPath, entry.name)))
  const sums = files.toSorted().map((file) => `${hashFile(path.join(resources, file))}  ${file}\n`)
  writeFileSync(path.join(resources, 'SHA256SUMS'), sums.join(''))
}

const hashFile = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

/** What a desktop and a reader look for under /usr. */
async function writeShare(usr: string, name: string, electronVersion: string): Promise<void> {
  const write = (file: string, text: string | Buffer): void => {
    mkdirSync(path.dirname(path.join(usr, file)), { recursive: true })
    writeFileSync(path.join(usr, file), text)
  }
  const parts = listLicences()
  write('bin/caresheet', launcher)
  chmodSync(path.join(usr, 'bin/caresheet'), 0o755)
  write('share/applications/caresheet.desktop', desktopEntry)
  write('share/mime/packages/caresheet.xml', mimeInfo)
  const doc = `share/doc/${name}`
  write(`${doc}/copyright`, writeCopyright(readFileSync(path.join(projectFolder, 'LICENSE'), 'utf8'), parts))
  write(`${doc}/THIRD-PARTY-LICENCES.txt`, writeNotices(parts))
  write(`${doc}/sbom.cdx.json`, writeBom(electronVersion))
  write(`${doc}/changelog.gz`, gzipSync(readFileSync(path.join(projectFolder, 'CHANGELOG.md')), { level: 9 }))
  const theme = path.join(usr, 'share/icons/hicolor')
  await writeIcons(theme, 'apps', 'caresheet', 'caresheet')
  await writeIcons(theme, 'mimetypes', 'caresheet-bundle', bundleType.replace('/', '-'))
}

function writeControlFiles(root: string, name: string, version: string, isStandIn: boolean): void {
  const folder = path.join(root, 'DEBIAN')
  const kilobytes = Math.ceil(measureFolder(root) / 1024)
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'control'), writeControl(name, version, kilobytes, isStandIn))
  writeFileSync(path.join(folder, 'preinst'), writePreInstall(version))
}

/** Bytes of all files of a folder. */
export function measureFolder(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0)
}

const executables = /(?:^|\/)(?:caresheet|chrome_crashpad_handler|preinst)$/u

/** Everyone reads, root writes; the sandbox's helper is set-uid, for kernels that give no namespace to a user. */
function setModes(root: string): void {
  chmodSync(root, 0o755)
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    if (entry.isDirectory()) chmodSync(file, 0o755)
    else if (entry.name === 'chrome-sandbox') chmodSync(file, 0o4755)
    else chmodSync(file, executables.test(file) ? 0o755 : 0o644)
  }
}

function run(command: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr}`)
}
