/**
 * Six pages as pictures, kept under tests/golden-pages beside the words they were drawn from, so that a change of the look
 * shows and a change of the content does not. After a change that is meant, draw them anew, and look at every one of them
 * beside what it was, for what is ugly is a fault:
 *
 *     UPDATE_GOLDEN=1 npm test -- --only unit -- tests/pdf/golden-pages.test.ts
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { PairedSheet } from '../../src/domain/pair-sheets.ts'
import type { Sheet } from '../../src/domain/sheet.ts'
import { layOutSelection } from '../../src/pdf/render-selection.ts'
import { renderSheet } from '../../src/pdf/render-sheet.ts'
import { drawPage, measureDifference } from './compare-pictures.ts'
import { fonts } from './render.ts'
import { choose, library, longClinic, tick, today, twoResults } from './shipped.ts'

const folder = path.resolve(import.meta.dirname, '../golden-pages')
const isToWrite = process.env['UPDATE_GOLDEN'] === '1'

const visit = { ...tick('fatty-liver', 'drug-injury'), ...twoResults, medicinesToStop: ['diclofenac 50 mg tablets'] }
/** Each with the page that shows most. */
const pages = [
  { name: 'english-page-1', page: 1, choices: visit },
  { name: 'chinese-page-1', page: 1, choices: { ...visit, language: 'zh-CN', paper: 'Letter' } },
  { name: 'spanish-large-page-2', page: 2, choices: { ...visit, language: 'es', size: 'large' } },
  { name: 'spanish-and-english-page-2', page: 2, choices: { ...visit, language: 'es', secondLanguage: 'en' } },
  { name: 'english-short-a5-page-1', page: 1, choices: { ...visit, paper: 'A5', depth: 'short' } },
  {
    name: 'english-last-page-with-card',
    page: 3,
    choices: { ...tick('sleep-loss'), note: 'You are doing well with the walking.', retestCard: true },
  },
] as const

// How much the greys of a square may differ: letters may be smoothed otherwise, but nothing may move by half a line.
const tolerance = 8

const fileOf = (name: string, kind: 'json' | 'png') => path.join(folder, `${name}.${kind}`)

async function draw(composed: Sheet | PairedSheet, { page, choices }: (typeof pages)[number]): Promise<Uint8Array> {
  const { paper, size } = choose(choices)
  const { pdf } = renderSheet(composed, { paper, size, date: today, fonts })
  return drawPage(pdf, page)
}

if (isToWrite) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const each of pages) {
    const inputs = { library, selection: choose(each.choices), clinic: longClinic, today }
    const { composed } = layOutSelection(inputs, fonts)
    writeFileSync(fileOf(each.name, 'json'), `${JSON.stringify(composed)}\n`)
    writeFileSync(fileOf(each.name, 'png'), await draw(composed, each))
  }
}

test('there are six, and no other', () => {
  const wanted = pages.flatMap(({ name }) => [`${name}.json`, `${name}.png`])
  expect(pages).toHaveLength(6)
  expect(readdirSync(folder).toSorted()).toEqual(wanted.toSorted())
})

test.each(pages)('$name looks as it looked', async (each) => {
  // Written above, as the very value.
  const composed = JSON.parse(readFileSync(fileOf(each.name, 'json'), 'utf8')) as Sheet | PairedSheet
  const drawn = await draw(composed, each)
  expect(measureDifference(drawn, readFileSync(fileOf(each.name, 'png')))).toBeLessThanOrEqual(tolerance)
})

test('a page on which one line of small print has moved looks otherwise', async () => {
  const [first] = pages
  const composed = JSON.parse(readFileSync(fileOf(first.name, 'json'), 'utf8')) as Sheet
  const { given, ...letterhead } = composed.letterhead
  const moved = { ...composed, letterhead: { ...letterhead, given: given.slice(1) } }
  const kept = readFileSync(fileOf(first.name, 'png'))
  expect(measureDifference(await draw(moved, first), kept)).toBeGreaterThan(tolerance)
})
