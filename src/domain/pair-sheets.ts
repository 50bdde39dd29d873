import type { Block, Section, Sheet } from './sheet.ts'
import { AppError } from './app-error.ts'

/** The same block in two languages, to stand side by side; never mixed inside one. */
export type BlockPair = readonly [Block, Block]
export type SectionPair = {
  readonly id: Section['id']
  readonly role: Section['role']
  readonly blocks: readonly BlockPair[]
}

/** One sheet in two languages, block beside block: the patient's first, then the clinician's. */
export type PairedSheet = { readonly sheets: readonly [Sheet, Sheet]; readonly sections: readonly SectionPair[] }

const unpaired = () =>
  new AppError('content-damaged', 'The two languages of this sheet do not say the same. Please print one language.')

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
    return [block, twin]
  })
  return { id: first.id, role: first.role, blocks }
}

/**
 * Puts two languages of one sheet side by side. Both are composed from the same choices, so they have the same bones.
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
