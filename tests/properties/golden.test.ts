/**
 * The words of 50 sheets, one line of paper a line of JSON, kept under tests/golden so that a change of content or of code
 * shows as a change a clinician can read. After a change that is meant, write them anew and read what changed:
 *
 *     UPDATE_GOLDEN=1 npm test -- --only unit -- tests/properties/golden.test.ts
 *     git diff tests/golden
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { composeSheet } from '../../src/domain/compose-sheet.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import type { Block, Sheet, Text } from '../../src/domain/sheet.ts'
import { aClinic, hash } from '../domain/make.ts'
import { goldenSheets, type GoldenSheet } from './golden-sets.ts'
import { library, reviewed, topic } from './shipped-topic.ts'

const folder = path.resolve(import.meta.dirname, '../golden')
const isToWrite = process.env['UPDATE_GOLDEN'] === '1'
const mostLines = 150

const marks = { check: '✓', cross: '✗', bullet: '•' } as const

const mark = (text: Text) => text.map((run) => (run.strong ? `**${run.text}**` : run.text)).join('')

function writeBlock(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${mark(block.text)}`]
    case 'paragraph':
      return [mark(block.text)]
    case 'keyDate':
      return [`${block.label}: ${block.date}`]
    case 'list':
      return block.items.map(({ marker, text }) => `${marks[marker]} ${mark(text)}`)
    case 'results':
      return block.rows.map(
        ({ name, meaning, line }) => `${mark(name)}: ${meaning}${line ? ` | ${line.alternative}` : ''}`,
      )
    case 'calendar':
      return [`${block.caption} | ${block.alternative}`]
  }
}

/** The lines of a section; an empty one parts a list from the list before it. */
const writeBlocks = (blocks: readonly Block[]) =>
  blocks.flatMap((block, index) => [
    ...(block.kind === 'list' && blocks[index - 1]?.kind === 'list' ? [''] : []),
    ...writeBlock(block),
  ])

/** What a reader sees, without the short id, which changes with any content at all. */
function write({ choices }: GoldenSheet, sheet: Sheet): string {
  const sections = sheet.sections.map(({ id, blocks }) => [id, writeBlocks(blocks)])
  const { clinic, contact, patient, given } = sheet.letterhead
  const golden = {
    choices: JSON.stringify(choices),
    title: sheet.title,
    letterhead: [clinic, contact, patient ? mark(patient) : '', given].filter((line) => line !== ''),
    lead: sheet.lead,
    ...Object.fromEntries(sections),
    footer: [sheet.footer.left.replace(sheet.id, 'id'), sheet.footer.notice, sheet.footer.page],
  }
  return `${JSON.stringify(golden, null, 2)}\n`
}

function compose(golden: GoldenSheet): string {
  const { causes, ...more } = golden.choices
  const ticked = causes.map((id) => ({ id }))
  const selection = parseSelection({ topic: topic.id, language: 'en', causes: ticked, ...more })
  return write(golden, composeSheet({ library, selection, clinic: aClinic, today: reviewed, hash }))
}

const names = goldenSheets.map(({ name }) => `${name}.json`)

if (isToWrite) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const golden of goldenSheets) writeFileSync(path.join(folder, `${golden.name}.json`), compose(golden))
}

test('there is a golden sheet for each cause alone and for 30 sets, and no other', () => {
  expect(
    goldenSheets.filter(({ choices }) => choices.causes.length === 1 && !('language' in choices)).length,
  ).toBeGreaterThanOrEqual(topic.causes.length)
  expect(names.length).toBe(topic.causes.length + 30)
  expect(readdirSync(folder).toSorted()).toEqual(names.toSorted())
})

test.each(goldenSheets)('the sheet $name says what it said', (golden) => {
  const kept = readFileSync(path.join(folder, `${golden.name}.json`), 'utf8')
  expect(compose(golden)).toBe(kept)
  expect(kept.split('\n').length, 'short enough to be read').toBeLessThanOrEqual(mostLines)
})
