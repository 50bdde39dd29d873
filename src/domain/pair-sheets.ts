import { AppError } from './app-error.ts'
import { tell } from './message.ts'
import { composeSheet, type SheetInputs } from './compose-sheet.ts'
import { listBlockText, toPlain, type Block, type Section, type Sheet } from './sheet.ts'

/** The same block in two languages, to stand side by side, never mixed inside one; or what stands once: what was typed, and what a phone reads. */
export type BlockPair = readonly [Block, Block] | readonly [Block]
export type SectionPair = {
  readonly id: Section['id']
  readonly role: Section['role']
  readonly blocks: readonly BlockPair[]
}

/** One sheet in two languages, block beside block: the patient's first, then the clinician's. */
export type PairedSheet = { readonly sheets: readonly [Sheet, Sheet]; readonly sections: readonly SectionPair[] }

const unpaired = () => new AppError('content-damaged', tell('languages-differ'))

/** Whether two blocks can stand beside each other: of one kind, and with as many lines. */
function isTwin(first: Block, second: Block): boolean {
  if (first.kind === 'list' && second.kind === 'list')
    return (
      first.items.length === second.items.length &&
      first.items.every(({ marker }, index) => marker === second.items[index]?.marker)
    )
  if (first.kind === 'results' && second.kind === 'results') return first.rows.length === second.rows.length
  if (first.kind === 'heading' && second.kind === 'heading')
    return first.level === second.level && first.tone === second.tone
  return first.kind === second.kind
}

function pairSection(first: Section, second: Section | undefined): SectionPair {
  if (second?.id !== first.id || second.blocks.length !== first.blocks.length) throw unpaired()
  const blocks = first.blocks.map((block, index): BlockPair => {
    const twin = second.blocks[index]
    if (!twin || !isTwin(block, twin)) throw unpaired()
    return first.role === 'note' ? [block] : [block, twin]
  })
  return { id: first.id, role: first.role, blocks }
}

/**
 * Puts two languages of one sheet side by side. Both are composed from the same choices, so they have the same bones.
 * The clinician's note is in the words it was typed in, and stands once.
 * @param first in the patient's language
 * @param second in the clinician's
 * @throws AppError content-damaged when a section, a block or a line of one has no twin in the other
 */
export function pairSheets(first: Sheet, second: Sheet): PairedSheet {
  if (first.sections.length !== second.sections.length) throw unpaired()
  return {
    sheets: [first, second],
    sections: first.sections.map((section, index) => pairSection(section, second.sections[index])),
  }
}

/**
 * Composes what goes on one paper: a sheet, or two languages of it where a second one is chosen.
 * @throws AppError as `composeSheet` and `pairSheets`
 */
export function composePaper(inputs: SheetInputs): Sheet | PairedSheet {
  const sheet = composeSheet(inputs)
  const { secondLanguage } = inputs.selection
  return secondLanguage === undefined ? sheet : pairSheets(sheet, composeSheet({ ...inputs, language: secondLanguage }))
}

/** Everything two languages of a sheet say, in reading order: each pair of blocks, the patient's language first. */
export function listPairedText({ sheets, sections }: PairedSheet): string[] {
  const { clinic, contact } = sheets[0].letterhead
  const lines = [
    clinic,
    contact,
    ...sheets.flatMap(({ letterhead }) => [toPlain(letterhead.patient ?? []), letterhead.given]),
    ...sheets.map(({ title }) => title),
    ...sheets.flatMap(({ lead }) => lead),
    ...sections.flatMap(({ blocks }) => blocks.flatMap((pair) => pair.flatMap(listBlockText))),
  ]
  return lines.filter((line) => line !== '')
}
