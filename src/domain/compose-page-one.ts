import type { SheetDraft } from './sheet-draft.ts'
import { todayId, type Block, type ListItem, type ResultRow, type Section, type Text } from './sheet.ts'
import type { RedFlag } from './topic.ts'
import { writeDate } from './sheet-draft.ts'
import { areAllInRange, describeResults } from './describe-results.ts'
import { fillText } from './fill-slots.ts'
import { listPreparation } from './preparation.ts'
import { listRedFlags } from './red-flags.ts'
import { splitList } from './split-list.ts'

/** Applies to the ticked causes, or to everyone when no cause is named. */
export function concernsTicked({ selection }: SheetDraft, causes: readonly string[] | undefined): boolean {
  return causes === undefined || selection.causes.some((cause) => causes.includes(cause.id))
}

const paragraph = (text: Text, tone: 'plain' | 'muted' = 'plain'): Block => ({ kind: 'paragraph', text, tone })

/** What of the results gives way on paper with little room: their number lines, for which a line of words stands, or all. */
export type ResultsLast = 'lines' | 'all'

/** A result as a line of words; the one before it is told with the number line, if it has one. */
function sayResult({ name, meaning, previous, line }: ResultRow): Block {
  const before = line || previous === undefined ? [] : [previous]
  return paragraph([...name, ...[...before, meaning].map((text) => ({ text: ` · ${text}` }))])
}

/** The results that were typed, or nothing: what of them stands before the next steps, and what after the red flags. */
export function composeResults(draft: SheetDraft, last?: ResultsLast): { before: Section[]; after: Section[] } {
  const { entry, words, wording } = draft.content
  const rows = describeResults(entry.topic, words, wording, draft.selection.results)
  const show = (shown: readonly ResultRow[]): Section[] =>
    shown.length === 0 ? [] : [{ id: 'results', role: 'results', blocks: [{ kind: 'results', rows: shown }] }]
  if (last !== 'lines' || rows.length === 0)
    return last === 'all' ? { before: [], after: show(rows) } : { before: show(rows), after: [] }
  const inWords: Section = { id: 'results-in-words', role: 'results', blocks: rows.map(sayResult) }
  return { before: [inWords], after: show(rows.filter(({ line }) => line)) }
}

/**
 * What happens if the next test is still high. Nothing where all is in range, or where nobody waits for a next
 * test.
 */
export function composeIfStillHigh({ content, selection, urgency }: SheetDraft): Block[] {
  if (urgency !== null || areAllInRange(selection.results)) return []
  return [paragraph([{ text: content.wording.nextSteps.ifStillHigh }])]
}

/**
 * The lines on how to prepare for the next test, less what was taken out; none without a date. What a first action beside
 * them says is not said twice, but on the card, which is cut out and hangs alone.
 */
export function listPrintedPreparation(
  { content, selection, retestDate, firstActions }: SheetDraft,
  place: 'sheet' | 'card' = 'sheet',
): string[] {
  if (retestDate === null) return []
  const said = new Set(place === 'card' ? [] : firstActions.map(({ item }) => item.id))
  return listPreparation(content.entry.topic, selection)
    .filter(({ id, saidBy }) => !selection.dropped.includes(id) && !saidBy.some((item) => said.has(item)))
    .map(({ id }) => id)
}

/** The same, a paragraph a line. */
export function composePreparation(draft: SheetDraft, place: 'sheet' | 'card' = 'sheet'): Block[] {
  return listPrintedPreparation(draft, place).map((id) =>
    paragraph([{ text: draft.content.words.preparation[id] ?? '' }]),
  )
}

const listOf = (lines: readonly Text[]): Block[] =>
  lines.length === 0 ? [] : [{ kind: 'list', columns: 1, items: lines.map((text) => ({ marker: 'check', text })) }]

/** Why nobody waits for the next test; an urgent cause has a first action that says the same. */
function listUrgent({ content, urgency }: SheetDraft): Text[] {
  if (urgency === null || urgency === 'cause') return []
  return [fillText(content.wording.nextSteps.urgent[urgency], {}) ?? []]
}

/** What the patient must do today, alone, for paper on which the next steps stand on a later page; nothing where that can wait. */
export function composeToday(draft: SheetDraft): Section[] {
  const lines = [...listUrgent(draft), ...draft.urgentActions.map(({ text }) => text)]
  return lines.length === 0 ? [] : [{ id: todayId, role: 'next-steps', blocks: listOf(lines) }]
}

/**
 * The next test, how to prepare for it, the first actions and whom to call: the box a patient acts on.
 * @param isTodayApart whether what must be done today stands before, as `composeToday` says it
 */
export function composeNextSteps(draft: SheetDraft, isTodayApart = false): Section {
  const { content, retestDate, clinic } = draft
  const { wording } = content
  const test: Block[] =
    retestDate === null
      ? [paragraph([{ text: wording.nextSteps.noDate }])]
      : [
          { kind: 'keyDate', label: wording.nextSteps.retest, date: writeDate(content, retestDate, 'longDate') },
          ...composePreparation(draft),
        ]
  const firstActions = isTodayApart ? draft.firstActions.slice(draft.urgentActions.length) : draft.firstActions
  const medicines = draft.namesToAskAbout.join(wording.listSeparator)
  const askFirst = medicines === '' ? [] : [fillText(wording.nextSteps.askBeforeStop, { medicines }) ?? []]
  const call = clinic.phone === '' ? wording.nextSteps.callWithoutPhone : wording.nextSteps.call
  return {
    id: 'next-steps',
    role: 'next-steps',
    blocks: [
      { kind: 'heading', level: 2, text: [{ text: wording.nextSteps.heading }], tone: 'plain' },
      ...listOf(isTodayApart ? [] : listUrgent(draft)),
      ...test,
      ...(draft.isPageOneTight ? [] : composeIfStillHigh(draft)),
      ...listOf([...askFirst, ...firstActions.map(({ text }) => text)]),
      paragraph(fillText(call, { phone: clinic.phone }) ?? []),
    ],
  }
}

/** Both levels of red flags. They depend on nothing the clinician can take out: hard rule 4 of the content. */
export function composeRedFlags(draft: SheetDraft): Section {
  const { content, clinic } = draft
  const { redFlags: wording } = content.wording
  const listFlags = (urgency: RedFlag['urgency']): Block[] => {
    const lines = listRedFlags(content.entry.topic, draft.advice)
      .filter((flag) => flag.urgency === urgency)
      .map(({ id }): ListItem => ({ marker: 'bullet', text: fillText(content.words.redFlags[id] ?? '', {}) ?? [] }))
    return splitList(lines, 2)
  }
  const emergencyCall = clinic.emergencyNumber === '' ? wording.emergencyCallWithoutNumber : wording.emergencyCall
  const urgentCall = clinic.phone === '' ? wording.urgentCallWithoutPhone : wording.urgentCall
  return {
    id: 'red-flags',
    role: 'red-flags',
    blocks: [
      { kind: 'heading', level: 2, text: [{ text: wording.emergencyHeading }], tone: 'stop' },
      ...listFlags('emergency'),
      paragraph(fillText(emergencyCall, { number: clinic.emergencyNumber }) ?? []),
      { kind: 'heading', level: 2, text: [{ text: wording.urgentHeading }], tone: 'care' },
      ...listFlags('urgent'),
      paragraph(fillText(urgentCall, { phone: clinic.phone }) ?? []),
    ],
  }
}
