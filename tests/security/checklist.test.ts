import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { fuses } from '../../scripts/package/fuses.ts'
import { isCurrentElectron } from '../../scripts/release/current-electron.ts'
import { projectFolder } from '../../scripts/project-folder.ts'
import { contract } from '../../src/ipc/contract.ts'
import { createClinicApi } from '../../src/preload/create-clinic-api.ts'

// The items of Electron's security checklist by their numbers, as far as reading the sources shows them; what only the
// running app shows is in tests/e2e/checklist.e2e.ts.

const listFiles = (folder: string, pattern: RegExp): string[] =>
  readdirSync(path.join(projectFolder, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => path.relative(projectFolder, path.join(entry.parentPath, entry.name)))

const read = (file: string) => readFileSync(path.join(projectFolder, file), 'utf8')

/** The files of src whose text fits. */
const listMatches = (pattern: RegExp): string[] =>
  listFiles('src', /\.(?:tsx?|html|css)$/u).filter((file) => pattern.test(read(file)))

test('E1.1: no source names an address on a network', () => {
  const namespaces = /http:\/\/(?:www\.w3\.org|ns\.adobe\.com|www\.aiim\.org|purl\.org)\//gu
  const addresses = listFiles('src', /\.(?:tsx?|html|css)$/u).filter((file) =>
    /\b(?:https?|wss?|ftp):\/\/[\w.]/u.test(
      read(file)
        .replaceAll(namespaces, '')
        .replaceAll(/^\s*(?:\/\/|\*).*$/gmu, ''),
    ),
  )
  // identifiers of FHIR, which nobody opens
  expect(addresses.filter((file) => !file.startsWith('src/domain/'))).toEqual([])
})

test('E1.2, E1.3, E1.4: every window says sandbox, isolation and no Node', () => {
  const makers = listMatches(/new (?:BrowserWindow|WebContentsView|BrowserView)\(/u)
  expect(makers).toEqual(['src/main/window.ts'])
  const text = read('src/main/window.ts')
  for (const setting of ['sandbox: true', 'contextIsolation: true', 'nodeIntegration: false', 'webviewTag: false'])
    expect(text).toContain(setting)
})

test('E1.6, E1.8, E1.9, E1.10, E1.11: nothing takes a guard of Chromium down', () => {
  const guards =
    /webSecurity: false|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|allowpopups|disable-web-security|<webview|nodeIntegrationIn/u
  expect(listMatches(guards)).toEqual([])
})

test('E1.15: nothing opens an address outside the app, and no scheme of links is taken', () => {
  expect(listMatches(/\bopenExternal\b|\bshell\b.*from 'electron'|setAsDefaultProtocolClient/u)).toEqual([])
})

test('E1.16: an Electron three majors behind the newest is not released', () => {
  expect(isCurrentElectron('45.4.1', '45.9.0')).toBe(true)
  expect(isCurrentElectron('45.4.1', '47.0.0')).toBe(true)
  expect(isCurrentElectron('45.4.1', '48.0.0')).toBe(false)
  expect(isCurrentElectron('33.2.1', '45.4.1')).toBe(false)
  expect(read('.github/workflows/release.yml')).toContain('scripts/release/check-electron.ts')
})

test('E1.17: one door, and it asks who is there', () => {
  expect(listMatches(/ipcMain\.(?:on|once|handle|handleOnce)\(|door\.handle\(/u)).toEqual(['src/main/serve.ts'])
  expect(read('src/main/serve.ts')).toMatch(/isTrustedSender\(event/u)
})

test('E1.18: nothing is loaded from the disk by its path', () => {
  expect(listMatches(/\.loadFile\(|['"`]file:\/\//u)).toEqual([])
})

test('E1.19: the fuses of a package are these', () => {
  expect(fuses).toEqual({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
  })
})

test('E1.20: the preload passes on one function a channel', () => {
  expect(Object.keys(createClinicApi(async () => null)).toSorted()).toEqual(Object.keys(contract).toSorted())
  expect(read('src/preload/index.ts').match(/exposeInMainWorld/gu)).toHaveLength(1)
})

test('E11: nothing reads or writes the clipboard by itself; what someone pastes is read from their own paste', () => {
  const reaches = /navigator\.clipboard|\bclipboard\b.*from 'electron'|ClipboardItem|execCommand|setData\(/u
  expect(listMatches(reaches)).toEqual([])
})

test('E1: each of the twenty items has a test that bears its number', () => {
  const titles = ['tests/security/checklist.test.ts', 'tests/e2e/checklist.e2e.ts']
    .flatMap((file) => [...read(file).matchAll(/^test\('([^']*)'/gmu)].map(([, title = '']) => title))
    .join('\n')
  const items = Array.from({ length: 20 }, (_, index) => `E1.${index + 1}`)
  expect(items.filter((item) => !new RegExp(`${item}(?!\\d)`, 'u').test(titles))).toEqual([])
})
