import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Bundle } from '../../src/domain/bundle.ts'
import { writeEnglish } from '../../src/domain/message.ts'
import { keepBundles } from '../../src/main/keep-bundles.ts'
import { makeLibrary } from '../store/make-library.ts'
import { useTempFolder } from '../store/temp-folder.ts'

const folder = useTempFolder()
const file = () => join(folder(), 'bundles.json')
const other = () => join(folder(), 'other.json')
const make = (name: string) => Bundle.parse({ name, choices: { topic: 'tired-engine', causes: [{ id: 'rust' }] } })
const open = (path: string | null = other()) =>
  keepBundles(file(), join(folder(), 'writing'), makeLibrary, { toOpen: async () => path, toSave: async () => path })

test('bundles are there again after a restart, in their order', async () => {
  await open().keep([make('One'), make('Two')])
  expect((await open().list()).bundles.map(({ name }) => name)).toEqual(['One', 'Two'])
})

test('what was asked for last stands on the disk, however fast it was asked', async () => {
  const bundles = open()
  await Promise.all(['One', 'Two', 'Three'].map((name) => bundles.keep([make(name)])))
  expect((await open().list()).bundles).toEqual([make('Three')])
})

test('a file that cannot be read is put aside, and the window is told', async () => {
  writeFileSync(file(), '{"format":"caresheet-bun')
  const { bundles, told } = await open().list()
  expect([bundles, told.map(writeEnglish)]).toEqual([
    [],
    [`The bundles could not be read. Their file was put aside as ${file()}.aside.`],
  ])
  expect(readFileSync(`${file()}.aside`, 'utf8')).toBe('{"format":"caresheet-bun')
  expect(readdirSync(folder())).toEqual(['bundles.json.aside'])
})

test('what cannot be written holds until the app ends, and the window is told', async () => {
  mkdirSync(file())
  mkdirSync(join(file(), 'something'))
  const bundles = open()
  const { told } = await bundles.keep([make('One')])
  expect(told.map(writeEnglish).join(' ')).toMatch(/The bundles hold until CareSheet is closed\.$/u)
  expect((await bundles.list()).bundles).toEqual([make('One')])
  rmSync(file(), { recursive: true })
})

test('what one clinic saves another takes, behind its own', async () => {
  await open().keep([make('One'), make('Two')])
  expect(await open().saveFile()).toBe(other())
  const there = open()
  await there.keep([make('Mine'), make('two')])
  const taken = await there.takeFile()
  expect(taken?.bundles.map(({ name }) => name)).toEqual(['Mine', 'two', 'One'])
  expect([taken?.taken, taken?.told.map(writeEnglish)]).toEqual([
    1,
    ['“Two” was left out: a bundle of this name is there already.'],
  ])
  expect((await open().list()).bundles).toHaveLength(3)
})

test('a dialog that was closed changes nothing', async () => {
  const bundles = open(null)
  expect([await bundles.takeFile(), await bundles.saveFile()]).toEqual([null, null])
})

test.each([
  ['a newer CareSheet', '{"format":"caresheet-bundles","version":99,"bundles":[]}', /newer CareSheet/u],
  ['something else', 'Dear colleague', /no file of bundles/u],
  ['nothing', '', /no file of bundles/u],
  ['far too much', 'x'.repeat(5_000_000), /no file of bundles/u],
])('a file of %s is refused, and what is there stays', async (_, text, said) => {
  const bundles = open()
  await bundles.keep([make('Mine')])
  writeFileSync(other(), text)
  await expect(bundles.takeFile()).rejects.toThrow(said)
  expect((await bundles.list()).bundles).toEqual([make('Mine')])
})

test('a file that is gone, and a folder, are told of', async () => {
  await expect(open().takeFile()).rejects.toThrow('This file cannot be read (ENOENT). Please choose another one.')
  await expect(open(folder()).takeFile()).rejects.toThrow(/no file of bundles/u)
})

test('a file that was opened with the app joins those that are there, without a dialog', async () => {
  await open(null).keep([make('One')])
  writeFileSync(other(), JSON.stringify({ format: 'caresheet-bundles', version: 1, bundles: [make('Two')] }))
  const { bundles, taken } = await open(null).takeFrom(other())
  expect([bundles.map(({ name }) => name), taken]).toEqual([['One', 'Two'], 1])
})
