import type { Language } from './ids.ts'
import type { Drawing } from './topic.ts'

/** A stretch of text; `strong` is heavier, nothing else is said about its look. */
export type Run = { readonly text: string; readonly strong?: true }
export type Text = readonly Run[]

export type Marker = 'check' | 'cross' | 'bullet'
export type ListItem = { readonly marker: Marker; readonly text: Text }

/** One result on a number line from 0 to `end`; positions are in the result's own unit. */
export type NumberLine = {
  readonly end: number
  readonly upperLimit: number
  readonly value: number
  /** what stands above the value */
  readonly marker: string
  /** the result before this one, where it is on the line */
  readonly previous?: { readonly at: number; readonly label: string }
  /** a place that a clinician let the content mark, and what it says */
  readonly anchor?: { readonly at: number; readonly label: string }
  readonly ticks: readonly { readonly at: number; readonly label: string }[]
  /** the same in words, for someone who cannot see it */
  readonly alternative: string
}

/**
 * Why words alone tell a result: it is beyond the line, or nothing tells where the line would end; so it is with the one
 * beside it; or two units would stand side by side.
 */
export type NoLineReason = 'beyond-line' | 'other-beyond-line' | 'no-limit' | 'other-no-limit' | 'units-differ'

export type ResultRow = {
  /** "ALT 96 U/L": name and value strong, unit plain */
  readonly name: Text
  readonly meaning: string
  /** the result before this one, in words */
  readonly previous?: string
} & (
  | { readonly line: NumberLine; readonly withoutLine?: undefined }
  | { readonly line?: undefined; readonly withoutLine: NoLineReason }
)

/** `columns: 2` is a list that may stand in two columns; two of them in a row stand side by side. */
export type List = { readonly kind: 'list'; readonly items: readonly ListItem[]; readonly columns: 1 | 2 }

/** A day that a phone takes from a QR code into its calendar. */
export type CalendarCode = {
  readonly kind: 'calendar'
  /** what the code holds: an iCalendar text */
  readonly event: string
  readonly caption: string
  /** what it is, for someone who cannot see it */
  readonly alternative: string
}

/** A drawing without words of its own: it stands only where it takes no line from them. */
export type Figure = {
  readonly kind: 'figure'
  readonly drawing: Drawing
  /** what it shows, for someone who cannot see it */
  readonly alternative: string
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: Text; readonly tone: 'plain' | 'stop' | 'care' }
  | { readonly kind: 'paragraph'; readonly text: Text; readonly tone: 'plain' | 'muted' }
  | { readonly kind: 'keyDate'; readonly label: string; readonly date: string }
  | List
  | { readonly kind: 'results'; readonly rows: readonly ResultRow[] }
  | CalendarCode
  | Figure

/** What a section is for; how that looks is the paper's matter. */
export type SectionRole =
  'results' | 'next-steps' | 'red-flags' | 'cause' | 'note' | 'questions' | 'plain' | 'about' | 'card'
/** The section that says what must be done today, where that stands apart from the next steps: before the red flags. */
export const todayId = 'today'
export type Section = { readonly id: string; readonly role: SectionRole; readonly blocks: readonly Block[] }

/** The document as data, in one language: the only thing that decides what is said. No fonts, no millimetres. */
export type Sheet = {
  readonly language: Language
  /** the document's title, without anything about the patient */
  readonly title: string
  readonly letterhead: {
    readonly clinic: string
    readonly contact: string
    /** "For" and the name, or whom "you" means where a carer takes it; absent for a patient without a name */
    readonly patient?: Text
    readonly given: string
  }
  readonly lead: readonly string[]
  readonly sections: readonly Section[]
  /** at the foot of every page; `page` has the slots {page} and {pages} */
  readonly footer: { readonly left: string; readonly notice: string; readonly page: string }
  /** hex short id of what was chosen, as printed in the footer */
  readonly id: string
}

/** The plain words of a text, without its emphasis. */
export function toPlain(text: Text): string {
  return text.map((run) => run.text).join('')
}

function listLineText({ marker, previous, ticks, anchor }: NumberLine): string[] {
  return [previous?.label, marker, ...ticks.map(({ label }) => label), anchor?.label].filter(
    (text) => text !== undefined,
  )
}

/** Everything one block shows as text, in reading order. */
export function listBlockText(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [toPlain(block.text)]
    case 'keyDate':
      return [block.label, block.date]
    case 'list':
      return block.items.map((item) => toPlain(item.text))
    case 'results':
      return block.rows.flatMap((row) => [
        toPlain(row.name),
        ...(row.previous === undefined ? [] : [row.previous]),
        row.meaning,
        ...(row.line ? listLineText(row.line) : []),
      ])
    case 'calendar':
      return [block.caption]
    case 'figure':
      return []
  }
}

/** Everything a sheet says, in reading order, one entry a line of thought; page headers and footers are not in it. */
export function listSheetText(sheet: Sheet): string[] {
  const { letterhead } = sheet
  return [
    letterhead.clinic,
    letterhead.contact,
    letterhead.patient ? toPlain(letterhead.patient) : '',
    letterhead.given,
    sheet.title,
    ...sheet.lead,
    ...sheet.sections.flatMap((section) => section.blocks.flatMap(listBlockText)),
  ].filter((line) => line !== '')
}
