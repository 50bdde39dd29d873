import type { Language } from './ids.ts'
import { toPlain, type Block, type Marker, type ResultRow, type Sheet } from './sheet.ts'
import { assertNever } from './app-error.ts'

const markers: Readonly<Record<Marker, string>> = { check: '[ ] ', cross: 'x ', bullet: '- ' }
const colons: Readonly<Record<Language, string>> = { en: ': ', es: ': ', 'zh-CN': '：' }

/** A result in words: the sentence that stands for its number line, or its name and meaning where nothing is drawn. */
function writeResult({ name, meaning, previous, line }: ResultRow, colon: string): string {
  if (line) return line.alternative
  const told = `${toPlain(name)}${colon}${meaning}`
  if (previous === undefined) return told
  return /[.。]$/u.test(told) ? `${told} ${previous}` : `${told}. ${previous}`
}

/** The lines of a block; a heading starts with an empty one. */
function writeBlock(block: Block, colon: string): string[] {
  switch (block.kind) {
    case 'heading':
      return ['', toPlain(block.text)]
    case 'paragraph':
      return [toPlain(block.text)]
    case 'keyDate':
      return [`${block.label}${colon}${block.date}`]
    case 'list':
      return block.items.map(({ marker, text }) => `${markers[marker]}${toPlain(text)}`)
    case 'results':
      return block.rows.map((row) => writeResult(row, colon))
    case 'calendar':
      return [block.alternative]
    default:
      return assertNever(block)
  }
}

/** The lines of a section's blocks; an empty one parts a list from the list before it. */
function writeBlocks(blocks: readonly Block[], colon: string): string[] {
  return blocks.flatMap((block, index) => [
    ...(block.kind === 'list' && blocks[index - 1]?.kind === 'list' ? [''] : []),
    ...writeBlock(block, colon),
  ])
}

/** All sections, each after an empty line, but for one whose heading is the end of the section before. */
function writeSections({ sections, language }: Sheet): string[] {
  return sections.flatMap(({ blocks }, index) => [
    ...(sections[index - 1]?.blocks.at(-1)?.kind === 'heading' ? [] : ['']),
    ...writeBlocks(blocks, colons[language]),
  ])
}

/** Lines as one text: no empty line at the start, never two together. */
function joinLines(lines: readonly string[]): string {
  return lines.filter((line, index) => line !== '' || (lines[index - 1] ?? '') !== '').join('\n')
}

/**
 * The sheet as plain text, to paste into a chart: every word in reading order, one line a thought, not wrapped. Lists have
 * the markers "[ ] ", "x " and "- "; a result is told in words, and so is a code that only a phone reads; an empty line stands before each heading and section,
 * and between two lists.
 * At the end stand the notice and version of the foot, without page numbers. Spaces that keep words together on paper
 * become plain ones. Like the paper, it holds what was typed: the patient's name, results and note.
 * @returns lines parted by "\n", with one at the end
 */
export function toPlainText(sheet: Sheet): string {
  const { letterhead, footer } = sheet
  const head = [letterhead.clinic, letterhead.contact, toPlain(letterhead.patient ?? []), letterhead.given]
  const lines = [
    ...head.filter((line) => line !== ''),
    '',
    sheet.title,
    ...sheet.lead,
    ...writeSections(sheet),
    '',
    ...[footer.notice, footer.left].filter((line) => line !== ''),
  ]
  return `${joinLines(lines).replaceAll('\u00a0', ' ')}\n`
}
