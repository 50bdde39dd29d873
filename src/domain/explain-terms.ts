import type { Block, Run, Section, Sheet, Text } from './sheet.ts'
import { toPlain } from './sheet.ts'
import { explainsItself, findTerm, listPossibleTerms, readyTerm, type Glossary, type GlossaryTerm } from './glossary.ts'

type Note = { readonly at: number; readonly text: string }

/** Puts notes into a text, each as a plain run at its place. */
function insertNotes(text: Text, notes: readonly Note[]): Text {
  let from = 0
  return text.flatMap((run): Run[] => {
    const start = from
    from += run.text.length
    const inside = notes.filter(({ at }) => at > start && at <= from).toSorted((a, b) => a.at - b.at)
    const cuts = [0, ...inside.map(({ at }) => at - start), run.text.length]
    return cuts.slice(1).flatMap((end, index): Run[] => {
      const part = run.text.slice(cuts[index], end)
      const note = inside[index]
      return [...(part === '' ? [] : [{ ...run, text: part }]), ...(note ? [{ text: note.text }] : [])]
    })
  })
}

/** Joins neighbours that look alike, so that a note does not cut a text in pieces. */
function joinRuns(text: Text): Text {
  const joined: Run[] = []
  for (const run of text) {
    const last = joined.at(-1)
    if (last && last.strong === run.strong) joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}

/**
 * Says what each medical term means, in brackets after its first use in reading order. Headings, the clinician's note and
 * the small print stay as they are, and so does what was typed. A text that explains the term itself is left alone.
 * @param typed what the clinician typed and stands within our sentences
 */
export function explainTerms(sheet: Sheet, glossary: Glossary | undefined, typed: readonly string[]): Sheet {
  if (!glossary) return sheet
  let waiting = listPossibleTerms(listExplainedTexts(sheet).join('\n'), glossary.terms.map(readyTerm))
  const hideTyped = (plain: string) =>
    typed.reduce((text, name) => (name === '' ? text : text.replaceAll(name, '\0'.repeat(name.length))), plain)

  const explain = (text: Text): Text => {
    if (waiting.length === 0) return text
    const said = toPlain(text)
    const possible = listPossibleTerms(said, waiting)
    if (possible.length === 0) return text
    const plain = hideTyped(said)
    const used: GlossaryTerm[] = []
    const notes = possible.flatMap(({ term }): Note[] => {
      const found = findTerm(plain, term)
      if (!found) return []
      used.push(term)
      if (explainsItself(plain, term, found)) return []
      return [{ at: found.end, text: glossary.pattern.replace('{term}', '').replace('{meaning}', found.meaning) }]
    })
    if (used.length > 0) waiting = waiting.filter(({ term }) => !used.includes(term))
    return notes.length === 0 ? text : joinRuns(insertNotes(text, notes))
  }
  const explainBlock = (block: Block): Block => {
    switch (block.kind) {
      case 'paragraph':
        return { ...block, text: explain(block.text) }
      case 'list':
        return { ...block, items: block.items.map((item) => ({ ...item, text: explain(item.text) })) }
      case 'heading':
      case 'keyDate':
      case 'results':
      case 'calendar':
        return block
    }
  }
  const explainSection = (section: Section): Section =>
    section.role === 'note' || section.role === 'about'
      ? section
      : { ...section, blocks: section.blocks.map(explainBlock) }
  return {
    ...sheet,
    lead: sheet.lead.map((line) => toPlain(explain([{ text: line }]))),
    sections: sheet.sections.map(explainSection),
  }
}

/** The texts in which terms are explained, in reading order, as plain words. */
export function listExplainedTexts(sheet: Sheet): string[] {
  const sections = sheet.sections.filter(({ role }) => role !== 'note' && role !== 'about')
  const texts = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'paragraph') return [block.text]
      return block.kind === 'list' ? block.items.map(({ text }) => text) : []
    }),
  )
  return [...sheet.lead, ...texts.map(toPlain)]
}
