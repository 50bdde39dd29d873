import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listLicences } from '../../../scripts/build/list-licences.ts'
import { checkElectron } from '../../../scripts/package/build-deb.ts'
import { fuses } from '../../../scripts/package/fuses.ts'
import {
  desktopEntry,
  launcher,
  mimeInfo,
  writeControl,
  writePreInstall,
} from '../../../scripts/package/linux-files.ts'
import { drawIcon, iconSizes, writeIcons } from '../../../scripts/package/make-icons.ts'
import { readFuses, setFuses } from '../../../scripts/package/stage-electron.ts'
import { writeNotices } from '../../../scripts/package/write-notices.ts'
import { projectFolder } from '../../../scripts/project-folder.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'caresheet-package-test-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a package is refused from another Electron than the declared one, unless told so', () => {
  expect(checkElectron('45.4.1', '45.4.1', false)).toBe(false)
  expect(() => checkElectron('33.2.1', '45.4.1', false)).toThrow(/No package is made from Electron 33\.2\.1/u)
  expect(checkElectron('33.2.1', '45.4.1', true)).toBe(true)
})

test('a package from the stand-in says so in its name and its description', () => {
  const control = writeControl('caresheet-stand-in', '0.1.0', 1, true)
  expect(control).toMatch(/^Package: caresheet-stand-in$/mu)
  expect(control).toMatch(/^Description: FOR TESTS ONLY/mu)
  expect(writeControl('caresheet', '0.1.0', 1, false)).not.toMatch(/^(?:Package|Description):.*(?:tests|stand-in)/imu)
})

/** As in an Electron: after a known mark the version of the wire, its length, and a character a fuse. */
const aWire = (states: string) =>
  `before dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001${String.fromCodePoint(states.length)}${states} after`

test('E6: the fuses are set and read back; for tests exactly one differs', async () => {
  const file = path.join(folder, 'electron')
  writeFileSync(file, aWire('10110011'), 'latin1')
  await setFuses(file, false)
  const released = await readFuses(file)
  expect(released).toEqual(fuses)
  await setFuses(file, true)
  const driven = await readFuses(file)
  expect(Object.entries(driven).filter(([name, isOn]) => Reflect.get(released, name) !== isOn)).toEqual([
    ['EnableNodeCliInspectArguments', true],
  ])
})

test('E6: an executable without fuses is refused', async () => {
  const file = path.join(folder, 'electron')
  writeFileSync(file, 'nothing of the kind')
  await expect(setFuses(file, false)).rejects.toThrow(/sentinel/iu)
})

test('the licences are there in full', () => {
  const notices = writeNotices()
  for (const { name, version, licence } of listLicences()) expect(notices).toContain(`${name} ${version}: ${licence}\n`)
  expect(notices).toContain('SIL OPEN FONT LICENSE')
  expect(notices.match(/Permission is hereby granted, free of charge/gu)?.length).toBeGreaterThan(20)
})

test('an icon is drawn in every size', async () => {
  await writeIcons(folder, 'apps', 'caresheet', 'caresheet')
  expect(readdirSync(folder).toSorted()).toEqual([...iconSizes.map((size) => `${size}x${size}`), 'scalable'].toSorted())
  for (const size of iconSizes) {
    const png = readFileSync(path.join(folder, `${size}x${size}/apps/caresheet.png`))
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size])
  }
  expect((await drawIcon('caresheet-bundle', 64)).length).toBeGreaterThan(500)
})

test('the menu, the type of file and the launcher say it in three languages, and nothing of a network', () => {
  for (const key of ['GenericName', 'Comment'])
    for (const language of ['', '[zh_CN]', '[es]'])
      expect(desktopEntry).toMatch(new RegExp(`^${key}${language.replaceAll(/[[\]]/gu, '\\$&')}=.`, 'mu'))
  expect(mimeInfo.match(/<comment/gu)).toHaveLength(3)
  expect(launcher).toContain('ulimit -c 0')
  expect(writePreInstall('0.1.0')).toContain('dpkg --compare-versions "$2" gt "0.1.0"')
})

test('at most twelve packages are needed to run, each with a line that says why', () => {
  const { dependencies } = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const described = readFileSync(path.join(projectFolder, 'docs/DEPENDENCIES.md'), 'utf8').split('\n## ')[1] ?? ''
  const names = [...described.matchAll(/^\| ([\w-]+) \| (.{20,}) \|$/gmu)].map(([, name = '']) => name)
  expect(Object.keys(dependencies).length).toBeLessThanOrEqual(12)
  expect(names.toSorted()).toEqual(Object.keys(dependencies).toSorted())
  expect(Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([])
})

test('what the built app loads from node_modules is declared as a dependency', () => {
  const { dependencies } = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const main = path.join(projectFolder, 'out/main')
  const loaded = readdirSync(main, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.cjs'))
    .flatMap((entry) => [
      ...readFileSync(path.join(entry.parentPath, entry.name), 'utf8').matchAll(
        /\b(?:require|import)\("([^."][^"]*)"\)/gu,
      ),
    ])
    .map(([, name = '']) => name)
    .filter((name) => !name.startsWith('node:') && name !== 'electron')
  expect(loaded.length).toBeGreaterThan(5)
  expect([...new Set(loaded)].filter((name) => !(name in dependencies))).toEqual([])
})

/** The package that each font of the app comes from. */
const fontPackages: readonly { readonly font: string; readonly from: string }[] = [
  { font: 'NotoSans-Bold.ttf', from: 'noto-sans' },
  { font: 'NotoSans-Regular.ttf', from: 'noto-sans' },
  { font: 'NotoSansSC-Bold.ttf', from: 'noto-sans-sc' },
  { font: 'NotoSansSC-Regular.ttf', from: 'noto-sans-sc' },
]

test('each font has its OFL with its copyright line in the notices, and there is no other font', () => {
  const shipped = readdirSync(path.join(projectFolder, 'out/fonts')).filter((name) => name.endsWith('.ttf'))
  expect(shipped.toSorted()).toEqual(fontPackages.map(({ font }) => font))
  const parts = writeNotices().split(/^-{78}\n(?=@)/mu)
  for (const { font, from } of fontPackages) {
    const notice = parts.find((part) => part.startsWith(`@expo-google-fonts/${from} `)) ?? ''
    expect(notice, font).toContain('SIL OPEN FONT LICENSE Version 1.1')
    expect(notice, font).toMatch(
      from === 'noto-sans' ? /^Copyright \d{4} The Noto Project Authors/mu : /^Copyright [\d-]+ Adobe/mu,
    )
  }
})
