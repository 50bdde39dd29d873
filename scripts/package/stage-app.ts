import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createPackageWithOptions } from '@electron/asar'
import { listLoadedPackages } from '../build/list-licences.ts'
import { projectFolder } from '../project-folder.ts'
import { shippedOutput } from './shipped-output.ts'

/** What packages bring for their own developers, and for browsers. Licences stay. */
const forDevelopers =
  /(?:\.(?:md|markdown|map|flow|gyp|yml|(?:d\.)?[cm]?ts)|[\\/](?:tests?|docs?|examples?|benchmarks?|coverage|deps|\.[^\\/]+)|[.-](?:browser|standalone|old)[^\\/]*\.[cm]?js)$/iu
/** The source of better-sqlite3 in C, of fontkit before it is built, and the program that prints on Windows. */
const notLoaded = /[\\/]?(?:better-sqlite3|fontkit)[\\/]src$/u
const forWindows = /[\\/]SumatraPDF[^\\/]*\.exe$/u

/** The manifest of the shipped app: what Electron reads of it, and no more. @param isStandIn it then says so wherever it names its version */
function makeManifest(isStandIn: boolean): Record<string, string> {
  const { name, productName, version, description, license, main } = JSON.parse(
    readFileSync(path.join(projectFolder, 'package.json'), 'utf8'),
  ) as Record<'name' | 'productName' | 'version' | 'description' | 'license' | 'main', string>
  return { name, productName, version: isStandIn ? `${version}-stand-in` : version, description, license, main }
}

/**
 * The database's native module: of those for all systems only this one's, or the one that a stand-in brings.
 * @param standInModules the stand-in's own packages, null for Electron itself
 */
function copyPackages(to: string, standInModules: string | null): void {
  for (const name of listLoadedPackages()) {
    if (standInModules !== null && name === 'better-sqlite3') continue
    cpSync(path.join(projectFolder, 'node_modules', name), path.join(to, name), {
      recursive: true,
      filter: (file) => {
        const inside = path.relative(path.join(projectFolder, 'node_modules'), file)
        if (/[\\/]prebuilds[\\/]/u.test(inside)) return file.endsWith(`${process.platform}-${process.arch}.node`)
        return (
          !forDevelopers.test(inside) &&
          !notLoaded.test(inside) &&
          (process.platform === 'win32' || !forWindows.test(inside))
        )
      },
    })
  }
  if (standInModules !== null) cpSync(standInModules, to, { recursive: true })
}

/**
 * Puts the built app into one archive, with native modules beside it.
 * @param resources the folder `resources` of the package
 * @param work a folder to work in
 * @param standInModules as for `copyPackages`
 */
export async function stageApp(resources: string, work: string, standInModules: string | null): Promise<void> {
  const app = path.join(work, 'app')
  mkdirSync(app)
  for (const name of shippedOutput)
    cpSync(path.join(projectFolder, 'out', name), path.join(app, 'out', name), {
      recursive: true,
      filter: (file) => !file.endsWith('.map'),
    })
  writeFileSync(path.join(app, 'package.json'), `${JSON.stringify(makeManifest(standInModules !== null), null, 2)}\n`)
  cpSync(path.join(projectFolder, 'LICENSE'), path.join(app, 'LICENSE'))
  copyPackages(path.join(app, 'node_modules'), standInModules)
  await createPackageWithOptions(app, path.join(resources, 'app.asar'), { unpack: '**/*.node' })
}

/** The native files of a folder, to see that only this system's are there. */
export function listNativeFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.node'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
}
