import type { PairedSheet } from '../../src/domain/pair-sheets.ts'
import { listBlockText, listSheetText, toPlain, type Sheet } from '../../src/domain/sheet.ts'
import type { RenderedSelection } from '../../src/pdf/render-selection.ts'
import { listElements, type Element, type ReadPdf } from '../read-pdf.ts'
import {
  findPageWith,
  listFaint,
  listLevels,
  listLonelyHeadings,
  listLostDots,
  listOutside,
  listOverlaps,
  squeeze,
} from './examine-paper.ts'

const sheetsOf = (composed: Sheet | PairedSheet): readonly Sheet[] =>
  'sheets' in composed ? composed.sheets : [composed]

/** What is written in each language, in the order a screen reader follows from page to page. */
function listByLanguage(read: ReadPdf): Map<string, string> {
  const said = new Map<string, string>()
  const collect = (element: Element, inherited: string) => {
    const language = element.language ?? inherited
    if (element.children.length === 0) said.set(language, `${said.get(language) ?? ''} ${element.words}`)
    for (const child of element.children) collect(child, language)
  }
  for (const { elements } of read.pages) for (const element of elements) collect(element, read.language)
  return said
}

/** What a sheet says in its language: of a second one, what was typed stands once, with the first. */
function listOwnText(sheet: Sheet, isSecond: boolean): string[] {
  if (!isSecond) return listSheetText(sheet)
  const letterhead = { ...sheet.letterhead, clinic: '', contact: '' }
  const sections = sheet.sections.filter(({ role }) => role !== 'note')
  return listSheetText({ ...sheet, letterhead, sections })
}

/** The words are those of the model, each language under its own mark, as drawn and as a screen reader follows them. */
function listWordFaults(read: ReadPdf, composed: Sheet | PairedSheet): string[] {
  const said = listByLanguage(read)
  const differs = sheetsOf(composed).flatMap((sheet, index) => {
    const [wanted, found] = [squeeze(...listOwnText(sheet, index > 0)), squeeze(said.get(sheet.language) ?? '')]
    if (wanted === found) return []
    let at = 0
    while (wanted[at] === found[at]) at += 1
    return [`${sheet.language} should say "${wanted.slice(at, at + 60)}" where it says "${found.slice(at, at + 60)}"`]
  })
  return [
    ...differs,
    ...(said.size === sheetsOf(composed).length ? [] : [`marked as in ${[...said.keys()].join(', ')}`]),
    ...(read.spoken === read.text ? [] : ['is not drawn in the order of its structure']),
  ]
}

function listStructureFaults(read: ReadPdf, sheetCount: number): string[] {
  const levels = listLevels(read)
  const elements = read.pages.flatMap((page) => listElements(page.elements))
  const skips = levels.slice(1).some((level, index) => level === 'H3' && levels[index] === 'H1')
  const lists = elements.filter(({ role }) => role === 'L')
  const items = lists.flatMap(({ children }) => children)
  const figures = elements.filter(({ role }) => role === 'Figure')
  return [
    ...(levels[0] === 'H1' && levels.lastIndexOf('H1') === 0 ? [] : [`has the titles ${levels.join(' ')}`]),
    ...(skips ? ['leaves out a level of headings'] : []),
    ...(lists.length === 0 || items.length === 0 ? ['has no list'] : []),
    ...items.flatMap(({ role, children }) => {
      const parts = [role, ...children.map((child) => child.role)].join(' ')
      return parts === 'LI Lbl LBody' ? [] : [`has a list item of ${parts}`]
    }),
    ...figures.flatMap(({ alternative, box }) =>
      alternative && box?.length === 4 ? [] : ['has a figure without words'],
    ),
    ...read.pages.flatMap((page, index) =>
      page.elements.map(({ role }) => role).join(' ') === 'Document'
        ? []
        : [`page ${index + 1} is not in the document`],
    ),
    ...read.unmarked.map((what) => `draws outside the structure: ${what}`),
    ...(sheetCount === 1 && elements.some(({ language }) => language !== undefined) ? ['marks another language'] : []),
  ]
}

const withoutSpaces = (text: string): string => text.normalize('NFC').replaceAll(/\s/gu, '')

/** Head and foot are artifacts on each page: nothing of them is read aloud, and each page tells which it is. */
function listRunningFaults(read: ReadPdf, sheets: readonly Sheet[]): string[] {
  const pageCount = String(read.pages.length)
  return read.pages.flatMap((_, index) => {
    const artifacts = read.drawn.filter(({ page, artifact }) => artifact && page === index + 1)
    const words = withoutSpaces(artifacts.map(({ text }) => text).join(''))
    const count = (page: string) => page.replace('{page}', String(index + 1)).replace('{pages}', pageCount)
    const wanted = sheets.flatMap(({ footer, id }) => [count(footer.page), id, footer.notice])
    const clinic = index === 0 ? [] : [sheets[0]?.letterhead.clinic ?? '']
    const lacking = [...wanted, ...clinic].filter((part) => !words.includes(withoutSpaces(part)))
    return lacking.map((part) => `page ${index + 1} lacks "${part}"`)
  })
}

/** Each box of red flags, as the texts that must stand together. */
export function listWarnings({ sections }: Sheet): string[][] {
  const boxes: string[][] = []
  for (const block of sections.find(({ role }) => role === 'red-flags')?.blocks ?? []) {
    if (block.kind === 'heading') boxes.push([toPlain(block.text)])
    if (block.kind === 'paragraph') boxes.at(-1)?.push(toPlain(block.text))
    if (block.kind === 'list') boxes.at(-1)?.push(...block.items.map(({ text }) => toPlain(text)))
  }
  return boxes
}

/** What the red flags and the next steps of a sheet say. */
const listFirstTexts = ({ sections }: Sheet): string[] =>
  sections
    .filter(({ role }) => role === 'red-flags' || role === 'next-steps')
    .flatMap(({ blocks }) => blocks.flatMap(listBlockText))

/** The last page that holds something of the first part of a sheet. */
export function findLastFirstPage(read: ReadPdf, sheet: Sheet): number {
  return Math.max(...listFirstTexts(sheet).map((words) => findPageWith(read, words)))
}

/** The boxes stand whole, the graver one of the patient's language on page 1. `mayBreak` where one is higher than a page. */
function listWarningFaults(read: ReadPdf, sheets: readonly Sheet[], mayBreak: boolean): string[] {
  const pagesOf = (box: readonly string[]) => [...new Set(box.map((words) => findPageWith(read, words)))]
  return sheets.flatMap((sheet, index) => {
    const boxes = listWarnings(sheet).map(pagesOf)
    return [
      ...(index === 0 && boxes[0]?.[0] !== 1 ? [`begins its red flags on page ${boxes[0]?.[0]}`] : []),
      ...(mayBreak
        ? []
        : boxes.flatMap((pages) => (pages.length === 1 ? [] : [`breaks a box over pages ${pages.join(', ')}`]))),
    ]
  })
}

function listFileFaults(read: ReadPdf, { language, title }: Sheet): string[] {
  const wanted = [
    '<pdfuaid:part>1</pdfuaid:part>',
    '<pdfaid:part>2</pdfaid:part>',
    '<pdfaid:conformance>A</pdfaid:conformance>',
    '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
    title,
  ]
  return [
    ...wanted.flatMap((each) => (read.xmp.includes(each) ? [] : [`does not say of itself: ${each}`])),
    ...(read.language === language ? [] : [`is in "${read.language}"`]),
  ]
}

const smallPrint = { standard: 9, clear: 10.5, large: 13.5 } as const

/** All that is wrong with a paper, in words; nothing for a good one. */
export function listFaults(
  { composed, sheet }: Pick<RenderedSelection, 'composed' | 'sheet'>,
  read: ReadPdf,
  { size, mayBreak }: { readonly size: keyof typeof smallPrint; readonly mayBreak: boolean },
): string[] {
  const smallest = Math.min(...read.drawn.map((text) => text.size))
  return [
    ...listWordFaults(read, composed),
    ...listStructureFaults(read, sheetsOf(composed).length),
    ...listRunningFaults(read, sheetsOf(composed)),
    ...listOutside(read, size).map((what) => `draws where no printer reaches: ${what}`),
    ...listOverlaps(read).map((what) => `writes over one another: ${what}`),
    ...listLostDots(
      read,
      sheetsOf(composed).flatMap((each) => listSheetText(each)),
    ).map((what) => `leaves out a dot within a line: ${what}`),
    ...listFaint(read).map((what) => `writes what is hard to see: ${what}`),
    ...listLonelyHeadings(read).map((words) => `leaves a heading alone: ${words}`),
    ...listWarningFaults(read, sheetsOf(composed), mayBreak),
    ...listFileFaults(read, sheet),
    ...(smallest === smallPrint[size] ? [] : [`writes as small as ${smallest} points`]),
  ]
}
