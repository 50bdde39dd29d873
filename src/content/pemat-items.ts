import type { Block, Section, Sheet } from '../domain/sheet.ts'
import { listSheetText, toPlain } from '../domain/sheet.ts'
import { countWords, splitSentences } from '../domain/sentences.ts'

/** An item of PEMAT-P that a machine can judge on one sheet. A person still judges the others, and these again. */
export type PematItem = {
  readonly item: number
  readonly asks: string
  /** how the machine judges it, in words */
  readonly judgedBy: string
  readonly isMet: (sheet: Sheet) => boolean
}

const listBlocks = (sheet: Sheet): Block[] => sheet.sections.flatMap(({ blocks }) => [...blocks])
const findSection = (sheet: Sheet, role: Section['role']) =>
  sheet.sections.findIndex((section) => section.role === role)
const listLines = (block: Block) => (block.kind === 'list' ? block.items.map(({ text }) => toPlain(text)) : [])
const listMarkers = (section: Section) =>
  section.blocks.flatMap((block) => (block.kind === 'list' ? block.items.map(({ marker }) => marker) : []))
const listNumberLines = (sheet: Sheet) =>
  listBlocks(sheet).flatMap((block) =>
    block.kind === 'results' ? block.rows.flatMap(({ line }) => (line ? [line] : [])) : [],
  )
/** Text that is ours to choose: not a result with its decimals, which is the patient's own. */
const listOurText = (sheet: Sheet) => {
  const results = new Set(
    listBlocks(sheet).flatMap((block) => (block.kind === 'results' ? block.rows.map(({ meaning }) => meaning) : [])),
  )
  return listSheetText(sheet).filter((line) => !results.has(line))
}

const passive =
  /\b(?:am|is|are|was|were|be|been|being)\s+(?:not\s+)?(?:given|taken|told|made|done|seen|advised|caused|needed|required|prescribed|recommended|performed|known)\b/iu
const calculation = /\b(?:calculate|multipl\w+|divide\w*|subtract|add up|work out)\b/iu
const passiveShareAtMost = 0.05
const wordsOfParagraphAtMost = 60

/**
 * PEMAT-P, the Patient Education Materials Assessment Tool for printable materials: Shoemaker SJ, Wolf MS, Brach C.
 * AHRQ Publication 14-0002-EF, 2013. Items 2, 16, 18 and 26 need a person. Item 3 is the gate on reading level,
 * item 4 the glossary; 19 (tables) and 24 (calculations) do not apply, for a sheet has neither.
 */
export const pematItems: readonly PematItem[] = [
  {
    item: 1,
    asks: 'The purpose is plain.',
    judgedBy: 'a title and a main message stand first',
    isMet: ({ title, lead }) => title !== '' && lead.length > 0,
  },
  {
    item: 5,
    asks: 'It uses the active voice.',
    judgedBy: 'at most 1 sentence in 20 has a passive of a list',
    isMet: (sheet) => {
      const sentences = listOurText(sheet).flatMap(splitSentences)
      return sentences.filter((sentence) => passive.test(sentence)).length <= sentences.length * passiveShareAtMost
    },
  },
  {
    item: 6,
    asks: 'Numbers are clear.',
    judgedBy: 'no percent, fraction or decimal in our text',
    isMet: (sheet) => !listOurText(sheet).some((line) => /%|\d[.,]\d|\d\/\d|[½¼¾⅓⅔]/u.test(line)),
  },
  {
    item: 7,
    asks: 'It asks for no calculation.',
    judgedBy: 'no word that asks for one',
    isMet: (sheet) => !listSheetText(sheet).some((line) => calculation.test(line)),
  },
  {
    item: 8,
    asks: 'It is in short sections.',
    judgedBy: `no paragraph above ${wordsOfParagraphAtMost} words, and each cause a section of its own`,
    isMet: (sheet) =>
      listBlocks(sheet).every(
        (block) => block.kind !== 'paragraph' || countWords(toPlain(block.text)) <= wordsOfParagraphAtMost,
      ),
  },
  {
    item: 9,
    asks: 'Sections have headings that say what is in them.',
    judgedBy: 'each section but results, a note and the small print begins with a heading, and no 2 are the same',
    isMet: ({ sections }) => {
      const titled = sections.filter(({ role }) => !['results', 'note', 'about'].includes(role))
      const headings = titled.map(({ blocks: [first] }) => (first?.kind === 'heading' ? toPlain(first.text) : ''))
      return !headings.includes('') && new Set(headings).size === headings.length
    },
  },
  {
    item: 10,
    asks: 'It comes in a logical order.',
    judgedBy: 'what to do next, then danger signs, then the causes, the small print last',
    isMet: (sheet) => {
      const order = [findSection(sheet, 'next-steps'), findSection(sheet, 'red-flags'), findSection(sheet, 'about')]
      const causes = sheet.sections.findIndex(({ id }) => id.startsWith('cause'))
      return (
        order.every((at, index) => at > (order[index - 1] ?? -1)) &&
        order[2] === sheet.sections.length - 1 &&
        (causes < 0 || causes > (order[1] ?? 0))
      )
    },
  },
  {
    item: 11,
    asks: 'It gives a summary.',
    judgedBy: 'the box of next steps stands on it, with the first actions',
    isMet: ({ sections }) =>
      sections.some((section) => section.role === 'next-steps' && listMarkers(section).includes('check')),
  },
  {
    item: 12,
    asks: 'Key points catch the eye.',
    judgedBy: 'the danger signs have headings in colours of their own, and some words are bold',
    isMet: (sheet) =>
      ['stop', 'care'].every((tone) =>
        listBlocks(sheet).some((block) => block.kind === 'heading' && block.tone === tone),
      ) &&
      listBlocks(sheet).some(
        (block) => block.kind === 'list' && block.items.some(({ text }) => text.some(({ strong }) => strong)),
      ),
  },
  {
    item: 15,
    asks: 'A picture is used where it helps.',
    judgedBy: 'a result that fits on it has a number line',
    isMet: (sheet) => !listBlocks(sheet).some((block) => block.kind === 'results') || listNumberLines(sheet).length > 0,
  },
  {
    item: 17,
    asks: 'Pictures have titles or captions.',
    judgedBy: 'each number line is told in words too',
    isMet: (sheet) => listNumberLines(sheet).every(({ alternative, marker }) => alternative !== '' && marker !== ''),
  },
  {
    item: 20,
    asks: 'It names at least 1 action.',
    judgedBy: 'each cause told in full has an action, and page 1 has one',
    isMet: ({ sections }) =>
      sections.every(
        (section) => section.role !== 'cause' || listMarkers(section).some((marker) => marker !== 'bullet'),
      ) && sections.some((section) => section.role === 'next-steps' && listMarkers(section).includes('check')),
  },
  {
    item: 21,
    asks: 'It speaks to the reader.',
    judgedBy: 'no "patients should", "the patient"',
    isMet: (sheet) =>
      !listSheetText(sheet).some((line) => /\bpatients? (?:should|must)\b|\bthe patient\b/iu.test(line)),
  },
  {
    item: 22,
    asks: 'Actions are broken into steps.',
    judgedBy: 'no piece of advice has more than 3 sentences or 40 words',
    isMet: (sheet) =>
      listBlocks(sheet)
        .flatMap(listLines)
        .every((line) => splitSentences(line).length <= 3 && countWords(line) <= 40),
  },
  {
    item: 23,
    asks: 'It gives something to act with.',
    judgedBy: 'what to do stands as a list to tick off',
    isMet: ({ sections }) => sections.some((section) => listMarkers(section).includes('check')),
  },
  {
    item: 25,
    asks: 'It says how to read a chart.',
    judgedBy: 'each number line says where normal ends and which mark is yours',
    isMet: (sheet) => listNumberLines(sheet).every(({ ticks, marker }) => ticks.length >= 2 && marker !== ''),
  },
]
