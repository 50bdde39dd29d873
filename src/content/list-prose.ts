import type { Wording } from '../domain/wording.ts'
import { listSheetText, toPlain, type Sheet } from '../domain/sheet.ts'

/** The line of sources of a sheet. */
function findSources(sheet: Sheet, { about }: Pick<Wording, 'about'>): string | undefined {
  const [before = '', after = ''] = about.sources.split('{sources}')
  const blocks = sheet.sections.find(({ role }) => role === 'about')?.blocks ?? []
  return blocks
    .flatMap((block) => (block.kind === 'paragraph' ? [toPlain(block.text)] : []))
    .find((line) => line.startsWith(before) && line.endsWith(after))
}

/** All that a sheet says but for its line of sources: a list of references is not prose, and no formula is made for one. */
export function listProse(sheet: Sheet, wording: Pick<Wording, 'about'>): string[] {
  const sources = findSources(sheet, wording)
  return listSheetText(sheet).filter((line) => line !== sources)
}
