import type { Clinic } from './clinic.ts'
import type { SheetContent } from './check-selection.ts'
import type { Selection } from './selection.ts'
import type { AdviceItem, Topic } from './topic.ts'
import type { Text } from './sheet.ts'
import { readDateParts, type IsoDate } from './calendar.ts'
import { mergeAdvice, type MergedAdvice, type MergedItem } from './merge-advice.ts'
import { resolveRetestDate } from './retest-date.ts'
import { findUrgency, type Urgency } from './find-urgency.ts'
import { listNamesToAskAbout } from './check-safety.ts'
import { fillText, say, type Slots } from './fill-slots.ts'
import { keepDots } from './keep-together.ts'

/** How many first actions page 1 has room for: 3, or fewer where they would push a red flag off it. */
const usualFirstActions = 3
/** Lines a reader keeps in mind; the medicines to call about are one of them. */
const longestList = 5

/** An item that will print, with its words filled in. */
export type SpokenItem = { readonly item: AdviceItem; readonly text: Text }

/** What every section needs to know, gathered once: the content, the choices, and what follows from them. */
export type SheetDraft = {
  readonly content: SheetContent
  readonly selection: Selection
  readonly clinic: Clinic
  readonly today: IsoDate
  readonly advice: MergedAdvice
  readonly retestDate: IsoDate | null
  readonly urgency: Urgency | null
  /** medicines to stop that the patient must call about before stopping */
  readonly namesToAskAbout: readonly string[]
  /** all advice that prints, in words, by id and in the order on paper */
  readonly spoken: ReadonlyMap<string, SpokenItem>
  /** the items of page 1; they are not said again */
  readonly firstActions: readonly SpokenItem[]
  /** what would be a first action if page 1 had the usual room for them: they are said further on, on every sheet */
  readonly lateActions: readonly SpokenItem[]
  /** the first of them: what an urgent cause asks for today */
  readonly urgentActions: readonly SpokenItem[]
  readonly slots: Slots
  /** page 1 has no room: what can wait stands with the causes instead */
  readonly isPageOneTight: boolean
}

/** A date in the sheet's language, by the pattern `longDate` or `shortDate` of its wording. */
export function writeDate(
  { wording }: Pick<SheetContent, 'wording'>,
  date: IsoDate,
  pattern: 'longDate' | 'shortDate',
): string {
  const { year, month, day, weekday } = readDateParts(date)
  return say(wording[pattern], {
    year: String(year),
    month: wording.months[month - 1] ?? '',
    day: String(day),
    weekday: wording.weekdays[weekday] ?? '',
  })
}

/** The items that are on, in words, by id; an item whose slot has no value (no medicine named, no date) is left out. */
function speakAdvice({ causes, everyday }: MergedAdvice, { words }: SheetContent, slots: Slots): SheetDraft['spoken'] {
  return new Map(
    [...causes.flatMap(({ items }) => items), ...everyday].flatMap(({ item, state }): [string, SpokenItem][] => {
      const text = state === 'on' ? fillText(words.items[item.id] ?? '', slots) : null
      return text && text.length > 0 ? [[item.id, { item, text }]] : []
    }),
  )
}

/** Those of the items that print. */
export function speakItems(items: readonly MergedItem[], { spoken }: Pick<SheetDraft, 'spoken'>): SpokenItem[] {
  return items.flatMap(({ item }) => spoken.get(item.id) ?? [])
}

/** What an urgent cause asks for first stands before all else, is not counted, and is never left out for room. */
function pickFirstActions(
  spoken: SheetDraft['spoken'],
  { causes }: Topic,
  { atMost, lines }: { readonly atMost: number; readonly lines: number },
): Pick<SheetDraft, 'firstActions' | 'lateActions' | 'urgentActions'> {
  const ofUrgent = new Set(causes.filter(({ urgent }) => urgent).flatMap(({ items }) => items.map(({ id }) => id)))
  const isUrgent = ({ item }: SpokenItem) => item.firstAction === 1 && ofUrgent.has(item.id)
  const rank = ({ item }: SpokenItem) => item.firstAction ?? Number.POSITIVE_INFINITY
  const first = [...spoken.values()].filter(({ item }) => item.firstAction !== undefined)
  const others = first.filter((each) => !isUrgent(each)).toSorted((a, b) => rank(a) - rank(b))
  const urgent = first.filter(isUrgent)
  const [room = 0, usual = 0] = [atMost, usualFirstActions].map((most) =>
    Math.max(0, Math.min(most, lines - urgent.length)),
  )
  return {
    firstActions: [...urgent, ...others.slice(0, room)],
    lateActions: others.slice(room, usual),
    urgentActions: urgent,
  }
}

/** What a draft follows from, beside the content. */
export type DraftInputs = {
  readonly selection: Selection
  readonly clinic: Clinic
  readonly today: IsoDate
  /** `usualFirstActions` when absent */
  readonly firstActionsAtMost?: number
  /** false when absent */
  readonly isPageOneTight?: boolean
}

/** Gathers what the sections are composed from. */
export function draftSheet(
  content: SheetContent,
  { selection, clinic, today, firstActionsAtMost = usualFirstActions, isPageOneTight = false }: DraftInputs,
): SheetDraft {
  const urgency = findUrgency(content.entry.topic, selection)
  const advice = mergeAdvice(content.entry.topic, { ...selection, urgency })
  const retestDate = resolveRetestDate(content.entry.topic, selection, today)
  const namesToAskAbout = listNamesToAskAbout(content.entry.topic, selection)
  const namesToStop = selection.medicinesToStop.filter((name) => !namesToAskAbout.includes(name))
  const slots = {
    medicines: namesToStop.join(content.wording.listSeparator),
    phone: clinic.phone,
    retestDate: retestDate === null ? '' : writeDate(content, retestDate, 'longDate'),
  }
  const spoken = speakAdvice(advice, content, slots)
  return {
    content,
    selection: { ...selection, note: keepDots(selection.note), patientName: keepDots(selection.patientName) },
    clinic,
    today,
    advice,
    retestDate,
    urgency,
    namesToAskAbout,
    spoken,
    ...pickFirstActions(spoken, content.entry.topic, {
      atMost: firstActionsAtMost,
      lines: namesToAskAbout.length === 0 ? longestList : longestList - 1,
    }),
    slots,
    isPageOneTight: isPageOneTight && advice.causes.length > 0,
  }
}
