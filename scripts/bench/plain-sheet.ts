import { assertNever } from '../../src/domain/app-error.ts'
import type { Language } from '../../src/domain/ids.ts'
import type { Block, ListItem, NumberLine, SectionRole, Sheet, Text } from '../../src/domain/sheet.ts'
import { colors, sizes } from '../../src/pdf/look.ts'

/** `size` in points; `level` is 1 to 3 for a heading, 0 for a paragraph. */
export type PlainText = {
  readonly kind: 'text'
  readonly text: Text
  readonly size: number
  readonly color: string
  readonly level: 0 | 1 | 2 | 3
}
/** What a rival draws one under another. */
export type PlainBlock =
  | PlainText
  | { readonly kind: 'list'; readonly items: readonly ListItem[]; readonly columns: 1 | 2 }
  | { readonly kind: 'result'; readonly words: readonly PlainText[]; readonly line?: NumberLine }
export type PlainSection = {
  readonly box: { readonly fill: string; readonly border: string } | null
  readonly blocks: readonly PlainBlock[]
}

/** A sheet as every other engine can draw it: the same words and the same look, without the fitting of page 1. */
export type PlainSheet = {
  readonly language: Language
  readonly title: string
  readonly head: { readonly left: readonly Text[]; readonly right: readonly Text[] }
  readonly sections: readonly PlainSection[]
  /** `page` has the slots {page} and {pages} */
  readonly foot: { readonly notice: string; readonly left: string; readonly page: string }
}

type Tone = Extract<Block, { kind: 'heading' }>['tone']

const toneColors: Record<Tone, string> = { plain: colors.accentText, stop: colors.stopText, care: colors.careText }
const toneBoxes: Record<Tone, PlainSection['box']> = {
  plain: { fill: colors.paper, border: colors.line },
  stop: { fill: colors.stopTint, border: colors.stop },
  care: { fill: colors.careTint, border: colors.care },
}

function toText(
  text: Text,
  size: number = sizes.text,
  color: string = colors.ink,
  level: PlainText['level'] = 0,
): PlainText {
  return { kind: 'text', text, size, color, level }
}

const bold = (text: string): Text => [{ text, strong: true }]

function listBlocks(block: Block, small: boolean): PlainBlock[] {
  const size = small ? sizes.small : sizes.text
  switch (block.kind) {
    case 'heading':
      return [toText(block.text, block.level === 2 ? sizes.section : sizes.topic, toneColors[block.tone], block.level)]
    case 'paragraph':
      return [toText(block.text, size, block.tone === 'plain' ? colors.ink : colors.muted)]
    case 'keyDate':
      return [toText([{ text: block.label }]), toText(bold(block.date), sizes.section)]
    case 'list':
      return [{ kind: 'list', items: block.items, columns: block.columns }]
    case 'results':
      return block.rows.map(({ name, previous, meaning, line }): PlainBlock => {
        const more = previous === undefined ? [meaning] : [previous, meaning]
        const words = [toText(name, sizes.section), ...more.map((text) => toText([{ text }]))]
        return line ? { kind: 'result', words, line } : { kind: 'result', words }
      })
    case 'calendar':
      return [toText([{ text: block.caption }], sizes.small)] // the mix has none: no code is drawn
    case 'figure':
      return [] // a drawing without words
    default:
      return assertNever(block)
  }
}

function chooseBox(role: SectionRole, tone: Tone): PlainSection['box'] {
  switch (role) {
    case 'results':
    case 'note':
    case 'card':
      return toneBoxes.plain
    case 'next-steps':
      return { fill: colors.accentTint, border: colors.accentTint }
    case 'red-flags':
      return toneBoxes[tone]
    case 'cause':
    case 'plain':
    case 'questions':
    case 'about':
      return null
    default:
      return assertNever(role)
  }
}

/** One section for each heading of a section, so that every warning has its own box. */
function divide(blocks: readonly Block[]): Block[][] {
  const parts: Block[][] = []
  for (const block of blocks) {
    if (block.kind === 'heading' || parts.length === 0) parts.push([])
    parts.at(-1)?.push(block)
  }
  return parts
}

/** Every text of a sheet in the order of the paper, with the look it has there. */
export function toPlainSheet({ language, title, letterhead, lead, sections, footer }: Sheet): PlainSheet {
  const { clinic, contact, patient, given } = letterhead
  return {
    language,
    title,
    head: {
      left: [bold(clinic), ...(contact === '' ? [] : [[{ text: contact }]])],
      right: [...(patient ? [patient] : []), [{ text: given }]],
    },
    sections: [
      {
        box: null,
        blocks: [
          toText(bold(title), sizes.title, colors.ink, 1),
          ...lead.map((text) => toText([{ text }], sizes.text, colors.muted)),
        ],
      },
      ...sections.flatMap(({ role, blocks }) =>
        divide(blocks).map((part): PlainSection => {
          const [first] = part
          const tone = first?.kind === 'heading' ? first.tone : 'plain'
          return {
            box: chooseBox(role, tone),
            blocks: part.flatMap((block) => listBlocks(block, role === 'about')),
          }
        }),
      ),
    ],
    foot: footer,
  }
}

/** The words beside a number line, from left to right as good as they go. */
export function listLabels({ previous, marker, ticks, anchor }: NumberLine): string[] {
  const more = [previous?.label, marker, anchor?.label].filter((label) => label !== undefined)
  return [...ticks.map(({ label }) => label), ...more]
}
