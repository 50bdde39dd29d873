import type { SheetDraft, SpokenItem } from './sheet-draft.ts'
import type { Block, ListItem, Section } from './sheet.ts'
import type { MergedCause } from './merge-advice.ts'
import type { AdviceItem } from './topic.ts'
import { speakItems } from './sheet-draft.ts'
import { composeIfStillHigh, concernsTicked, listPrintedPreparation } from './compose-page-one.ts'
import { say } from './fill-slots.ts'
import { listSources, namePublisher } from './sources.ts'
import { splitList } from './split-list.ts'
import { assertNever } from './app-error.ts'

const questionsAtMost = 3

const heading = (level: 2 | 3, text: string): Block => ({ kind: 'heading', level, text: [{ text }], tone: 'plain' })

function chooseMarker(kind: AdviceItem['kind']): ListItem['marker'] {
  switch (kind) {
    case 'do':
    case 'ask':
    case 'stop':
      return 'check'
    case 'dont':
      return 'cross'
    case 'expect':
      return 'bullet'
    default:
      return assertNever(kind)
  }
}

/** What to do first, then what not to do, then what to expect; within each the content's order. */
function listAdvice(items: readonly SpokenItem[], draft: SheetDraft): Block[] {
  const saidOnPageOne = new Set(draft.firstActions.map(({ item }) => item.id))
  const rows = items
    .filter(({ item }) => !saidOnPageOne.has(item.id))
    .map(({ item, text }): ListItem => ({ marker: chooseMarker(item.kind), text }))
  const ordered = (['check', 'cross', 'bullet'] as const).flatMap((marker) =>
    rows.filter((row) => row.marker === marker),
  )
  return splitList(ordered, 2)
}

function composeCause(merged: MergedCause, draft: SheetDraft): Section {
  const { words, wording } = draft.content
  const said = words.causes[merged.cause.id]
  const title: Block = {
    kind: 'heading',
    level: 3,
    text: [{ text: said?.heading ?? '', strong: true }, { text: ` · ${wording.certainty[merged.certainty]}` }],
    tone: 'plain',
  }
  const happens: Block = { kind: 'paragraph', text: [{ text: said?.whatHappens ?? '' }], tone: 'plain' }
  return {
    id: `cause-${merged.cause.id}`,
    role: 'cause',
    blocks: [title, happens, ...listAdvice(speakItems(merged.items, draft), draft)],
  }
}

/** A cause in one line. */
function composeCauseInShort({ cause, certainty }: MergedCause, { content: { words, wording } }: SheetDraft): Block {
  const said = words.causes[cause.id]
  const inShort = say(wording.causes.inShort, { certainty: wording.certainty[certainty], said: said?.inShort ?? '' })
  return {
    kind: 'paragraph',
    text: [{ text: said?.heading ?? '', strong: true }, { text: ` · ${inShort}` }],
    tone: 'plain',
  }
}

/** The drawing of the topic, if it has one. */
function composeFigure({ content: { entry, words } }: SheetDraft): Block[] {
  const { figure } = entry.topic
  return figure === undefined ? [] : [{ kind: 'figure', drawing: figure, alternative: words.figure ?? '' }]
}

/** Each ticked cause with its advice; on a short sheet a line each, then the safety advice and what page 1 had no room for. Never which of them it is. */
export function composeCauses(draft: SheetDraft): Section[] {
  const { wording } = draft.content
  const { causes } = draft.advice
  if (causes.length === 0) return []
  const isOpen = causes.some(({ certainty }) => certainty !== 'confirmed')
  const notFinal: Block = { kind: 'paragraph', text: [{ text: wording.causes.notDiagnosis }], tone: 'muted' }
  const intro: Block[] = [
    heading(2, wording.causes.heading),
    ...(isOpen ? [notFinal] : []),
    ...(draft.isPageOneTight ? composeIfStillHigh(draft) : []),
    ...composeFigure(draft),
  ]
  if (draft.selection.depth === 'full')
    return [{ id: 'causes', role: 'plain', blocks: intro }, ...causes.map((merged) => composeCause(merged, draft))]
  const lines = causes.map((merged) => composeCauseInShort(merged, draft))
  return [{ id: 'causes', role: 'plain', blocks: [...intro, ...lines, ...listAdvice(listShort(draft), draft)] }]
}

/** Whether a short sheet says an item: the safety advice, and what page 1 had no room for. */
function isKeptShort({ item }: Pick<SpokenItem, 'item'>, { lateActions }: SheetDraft): boolean {
  return item.vital || lateActions.some((late) => late.item.id === item.id)
}

/** What a short sheet says of all advice, beyond page 1. */
function listShort(draft: SheetDraft): SpokenItem[] {
  return [...draft.spoken.values()].filter((spoken) => isKeptShort(spoken, draft))
}

/** The advice on this sheet, in no order. */
function listPrintedItems(draft: SheetDraft): AdviceItem[] {
  const beyondPageOne = draft.selection.depth === 'short' ? listShort(draft) : [...draft.spoken.values()]
  return [...draft.firstActions, ...beyondPageOne].map(({ item }) => item)
}

/** Ticked medicines by name with the rule that a doctor decides; never a dose. On short sheets too: the clinician chose them. */
export function composeMedicines(draft: SheetDraft): Section[] {
  const { words, wording } = draft.content
  const ticked = draft.advice.causes.flatMap((cause) =>
    cause.medicines.filter(({ on }) => on).map(({ medicine }) => medicine.id),
  )
  if (ticked.length === 0) return []
  const items = [...new Set(ticked)].map((id): ListItem => ({
    marker: 'bullet',
    text: [{ text: words.medicines[id]?.name ?? '', strong: true }],
  }))
  return [
    {
      id: 'medicines',
      role: 'plain',
      blocks: [
        heading(2, wording.medicines.heading),
        { kind: 'paragraph', text: [{ text: wording.medicines.rule }], tone: 'plain' },
        ...splitList(items, 2),
      ],
    },
  ]
}

/**
 * Advice for every day and when to ask, less what page 1 or a cause has said. Apart, for a short list is read. A short sheet
 * gives its safety advice beneath the causes; with no cause ticked, here.
 */
export function composeEveryday(draft: SheetDraft): Section[] {
  const isShort = draft.selection.depth === 'short'
  if (isShort && draft.advice.causes.length > 0) return []
  const { everyday } = draft.content.wording
  const said = draft.advice.everyday.filter((merged) => !isShort || isKeptShort(merged, draft))
  const [ask = [], live = []] = [true, false].map((isToAsk) =>
    said.filter(({ item }) => (item.kind === 'ask') === isToAsk),
  )
  const parts = [
    { id: 'everyday', title: everyday.heading, items: live },
    { id: 'when-to-ask', title: everyday.askHeading, items: ask },
  ]
  return parts.flatMap(({ id, title, items }): Section[] => {
    const advice = listAdvice(speakItems(items, draft), draft)
    return advice.length === 0 ? [] : [{ id, role: 'plain', blocks: [heading(2, title), ...advice] }]
  })
}

/** The clinician's own words, as typed, a paragraph a line. */
export function composeNote({ content, selection }: SheetDraft): Section[] {
  const lines = selection.note.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 0) return []
  const blocks = lines.map((text): Block => ({ kind: 'paragraph', text: [{ text }], tone: 'plain' }))
  return [
    { id: 'note-heading', role: 'plain', blocks: [heading(2, content.wording.note.heading)] },
    { id: 'note', role: 'note', blocks },
  ]
}

/** Up to three teach-back questions about what stands on this very sheet. */
export function composeTeachBack(draft: SheetDraft): Section[] {
  const { content, selection, retestDate } = draft
  if (selection.depth === 'short') return []
  const has = {
    'stop-list': draft.slots['medicines'] !== '',
    retest: retestDate !== null,
    'first-action': draft.firstActions.length > 0 || draft.urgency !== null || draft.namesToAskAbout.length > 0,
  }
  const printed = new Set(listPrintedItems(draft).map(({ id }) => id))
  const items = content.entry.topic.teachBack
    .filter(({ causes, needs }) => concernsTicked(draft, causes) && (needs === undefined || has[needs]))
    .filter((question) => question.items === undefined || question.items.some((id) => printed.has(id)))
    .slice(0, questionsAtMost)
    .map(({ id }): ListItem => ({ marker: 'check', text: [{ text: content.words.teachBack[id] ?? '' }] }))
  if (items.length === 0) return []
  const blocks: Block[] = [heading(2, content.wording.teachBack.heading), { kind: 'list', columns: 1, items }]
  return [{ id: 'teach-back', role: 'questions', blocks }]
}

/** Who published the sources of what is on the sheet, who stands behind it, and that it does not replace a visit. */
export function composeAbout(draft: SheetDraft): Section {
  const { entry, words, wording } = draft.content
  const { topic } = entry
  const { about } = wording
  const printed = {
    items: listPrintedItems(draft),
    medicines: draft.selection.medicines,
    preparation: listPrintedPreparation(draft),
  }
  const publishers = listSources(topic, draft.advice, printed).map((id) => namePublisher(topic, words, id))
  const sources = [...new Set(publishers)].join(wording.listSeparator)
  const approval = topic.reviewer === '' ? about.notApproved : say(about.approved, { reviewer: topic.reviewer })
  const lines = [about.notVisit, say(about.sources, { sources }), approval]
  return {
    id: 'about',
    role: 'about',
    blocks: lines.map((text): Block => ({ kind: 'paragraph', text: [{ text }], tone: 'muted' })),
  }
}
