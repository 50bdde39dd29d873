import type { Language } from '../../src/domain/ids.ts'
import { listActingCauses } from '../../src/domain/acting-causes.ts'
import { findUrgency } from '../../src/domain/find-urgency.ts'
import { listVitalItems, mergeAdvice } from '../../src/domain/merge-advice.ts'
import type { Selection } from '../../src/domain/selection.ts'
import { listBlockText, toPlain, type Block, type Section, type Sheet } from '../../src/domain/sheet.ts'
import { contradictions } from './contradictions.ts'
import { asStripped, readLine, type Reading } from './read-lines.ts'
import { allItems, topic, wordsIn } from './shipped-topic.ts'

type ReadSection = Pick<Section, 'id' | 'role' | 'blocks'> & { readonly lines: readonly (readonly Reading[])[] }

const ownerOf = new Map(allItems.map(({ item, cause }) => [item.id, cause]))
const saysOf = new Map(allItems.flatMap(({ item }) => (item.says === undefined ? [] : [[item.id, item.says] as const])))

/** All a block says, to those who look and to those who are read to. */
function listTexts(block: Block): string[] {
  const spoken = block.kind === 'results' ? block.rows.flatMap(({ line }) => line?.alternative ?? []) : []
  return [...listBlockText(block), ...spoken]
}

/** A person's own words may be in any language and name anything. */
const readTyped = (language: Language, text: string): Reading => ({
  ...readLine(language, text),
  medicines: [],
  english: [],
})

function readSections({ sections }: Sheet, { language, medicinesToStop }: Selection): ReadSection[] {
  const isTyped = (role: string, text: string) => role === 'note' || medicinesToStop.some((name) => text.includes(name))
  return sections.map(({ id, role, blocks }) => {
    const read = (text: string) => (isTyped(role, text) ? readTyped(language, text) : readLine(language, text))
    return { id, role, blocks, lines: blocks.map((block) => listTexts(block).map(read)) }
  })
}

/** The lines around the sections that are ours. */
function readAround({ letterhead, title, lead, footer }: Sheet, language: Language): Reading[] {
  return [letterhead.given, title, ...lead, footer.left, footer.notice].map((text) => readLine(language, text))
}

const linesOf = (sections: readonly ReadSection[], kind?: Block['kind']) =>
  sections.flatMap(({ blocks, lines }) => lines.flatMap((each, at) => (kind && blocks[at]?.kind !== kind ? [] : each)))

const givesAdvice = ({ id, role }: ReadSection) =>
  role === 'next-steps' || role === 'cause' || (role === 'plain' && id !== 'medicines')

/** What the patient is told, as the ids of the table of contradictions. */
function listTold(sections: readonly ReadSection[], advice: readonly Reading[], selection: Selection): Set<string> {
  const { causes, facts } = selection
  const ticked = new Set<string | null>([null, ...causes.map(({ id }) => id)])
  const acting = new Set(listVitalItems(listActingCauses(topic, selection)).map(({ id }) => id))
  const items = advice
    .flatMap((line) => line.items)
    .filter((id) => ticked.has(ownerOf.get(id) ?? null) || acting.has(id))
  const nextSteps = linesOf(sections.filter(({ role }) => role === 'next-steps'))
  return new Set([
    ...items,
    ...causes.map(({ id }) => `cause:${id}`),
    ...facts.map((id) => `fact:${id}`),
    ...(findUrgency(topic, selection) === null ? [] : ['urgent']),
    ...nextSteps.flatMap(({ preparation }) => preparation.map((id) => `preparation:${id}`)),
  ])
}

function findContradictions(told: ReadonlySet<string>): string[] {
  return contradictions.flatMap(({ why, one, other }) => {
    const left = one.find((id) => told.has(id))
    const right = left === undefined ? undefined : other.find((id) => told.has(id))
    return right === undefined ? [] : [`contradiction: "${left}" beside "${right}": ${why}`]
  })
}

const listRepeats = (texts: readonly string[]) => {
  const seen = new Set<string>()
  return texts.filter((text) => seen.size === seen.add(text).size)
}

function findRepeats(advice: readonly Reading[], told: ReadonlySet<string>): string[] {
  const groups = advice.flatMap(({ items }) => [
    ...new Set(items.flatMap((id) => (told.has(id) ? (saysOf.get(id) ?? []) : []))),
  ])
  return [
    ...listRepeats(advice.map(({ text }) => text)).map((text) => `said twice: ${text}`),
    ...listRepeats(groups).map((group) => `two lines say "${group}"`),
  ]
}

/** Safety advice that is on, or left out because another line says it, must be said by some line. */
function findLostSafety(selection: Selection, told: ReadonlySet<string>): string[] {
  const urgency = findUrgency(topic, selection)
  const { causes, everyday } = mergeAdvice(topic, { ...selection, urgency })
  const said = new Set([...told].flatMap((id) => saysOf.get(id) ?? []))
  return [...causes.flatMap(({ items }) => items), ...everyday]
    .filter(({ item, state }) => item.vital && (state === 'on' || state === 'said-elsewhere'))
    .filter(({ item }) => !told.has(item.id) && !(item.says !== undefined && said.has(item.says)))
    .map(({ item }) => `safety advice not said: ${item.id}`)
}

const redFlagWords = new Map<string, string>()

/** The words of a red flag as they read on a sheet. */
function wordRedFlag(language: Language, id: string): string {
  const key = `${language} ${id}`
  const known = redFlagWords.get(key) ?? asStripped(language, wordsIn(language).words.redFlags[id] ?? '')
  redFlagWords.set(key, known)
  return known
}

/** The ticked causes, and those that a ticked fact acts as. */
function listCausesOf(selection: Selection) {
  const ticked = topic.causes.filter(({ id }) => selection.causes.some((cause) => cause.id === id))
  return [...ticked, ...listActingCauses(topic, selection)]
}

/** All general red flags and those of the ticked and acting causes, under their headings, and no others. */
function findMissingRedFlags(sections: readonly ReadSection[], selection: Selection): string[] {
  const { language } = selection
  const { redFlags: wording } = wordsIn(language).wording
  const section = sections.filter(({ role }) => role === 'red-flags')
  const named = new Set(listCausesOf(selection).flatMap(({ redFlags }) => redFlags))
  const wanted = (['emergency', 'urgent'] as const).flatMap((urgency) => [
    urgency === 'emergency' ? wording.emergencyHeading : wording.urgentHeading,
    ...topic.redFlags
      .filter((flag) => flag.urgency === urgency && (flag.always || named.has(flag.id)))
      .map(({ id }) => wordRedFlag(language, id)),
  ])
  const printed = section.flatMap(({ blocks, lines }) =>
    lines.flatMap((each, at) => (blocks[at]?.kind === 'paragraph' ? [] : each.map(({ stripped }) => stripped))),
  )
  return printed.join('\n') === wanted.join('\n') ? [] : [`red flags are not as they must be: ${printed.join('; ')}`]
}

const sourcesOf = new Map<string, readonly string[]>([
  ...allItems.map(({ item }) => [item.id, item.sources] as const),
  ...topic.preparation.map(({ id, sources }) => [`preparation:${id}`, sources] as const),
])

/** Publishers of what is told that the sheet does not name, and those it names for nothing. */
function findWrongSources(sections: readonly ReadSection[], told: ReadonlySet<string>, selection: Selection): string[] {
  const { language, causes, medicines } = selection
  const { words, wording } = wordsIn(language)
  const nameAll = (ids: readonly string[]) => ids.map((id) => topic.sources[id]?.publisher ?? words.sources[id] ?? id)
  const ticked = topic.causes.filter(({ id }) => causes.some((cause) => cause.id === id))
  const named = new Set(listCausesOf(selection).flatMap(({ redFlags }) => redFlags))
  const flags = topic.redFlags.filter(({ id, always }) => always || named.has(id))
  const pills = topic.medicines.filter(({ id }) => medicines.includes(id))
  const certain = [...ticked, ...flags, ...pills].flatMap(({ sources }) => nameAll(sources))
  // Several causes may give one line, each from its own sources: those of one of them must be named.
  const lines = linesOf(sections).map(({ items, preparation }) =>
    [...items, ...preparation.map((id) => `preparation:${id}`)].flatMap((id) =>
      told.has(id) ? [nameAll(sourcesOf.get(id) ?? [])] : [],
    ),
  )
  const [before = '', after = ''] = wording.about.sources.split('{sources}')
  const about = linesOf(sections.filter(({ id }) => id === 'about')).map(({ stripped }) => stripped)
  const line = about.find((text) => text.startsWith(before) && text.endsWith(after)) ?? ''
  const printed = line.slice(before.length, line.length - after.length).split(wording.listSeparator)
  const isNamed = (publisher: string) => printed.includes(publisher)
  const known = new Set([...certain, ...lines.flat(2)])
  return [
    ...certain.filter((publisher) => !isNamed(publisher)).map((publisher) => `a source is not named: ${publisher}`),
    ...lines
      .filter((choices) => choices.length > 0 && !choices.some((publishers) => publishers.every(isNamed)))
      .map((choices) => `the source of a line is not named: ${choices.join(' or ')}`),
    ...printed.filter((publisher) => !known.has(publisher)).map((publisher) => `a source of nothing: ${publisher}`),
  ]
}

/** The causes in the order they print: each in a section of its own, or on a short sheet in a line of its own. */
export function listCausesOnPaper({ sections, language }: Sheet): string[] {
  const { causes } = wordsIn(language).words
  const headings = Object.entries(causes).map(
    ([id, { heading }]) => [id, `${asStripped(language, heading)} · `] as const,
  )
  return sections
    .filter(({ id, role }) => role === 'cause' || id === 'causes')
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      if (block.kind !== 'paragraph' && block.kind !== 'heading') return []
      const line = asStripped(language, toPlain(block.text))
      return headings.flatMap(([id, heading]) => (line.startsWith(heading) ? [id] : []))
    })
}

/** The causes in another order than the clinician's, or than the topic's where the clinician gave none. */
function findMisplacedCauses(sheet: Sheet, { causes, ordered }: Selection): string[] {
  const ticked = causes.map(({ id }) => id)
  const wanted = ordered ? ticked : topic.causes.flatMap(({ id }) => (ticked.includes(id) ? [id] : []))
  const printed = listCausesOnPaper(sheet)
  return printed.join() === wanted.join() ? [] : [`the causes stand as ${printed.join(', ')}`]
}

/** A heading with nothing under it but the end, or a heading of its own rank; a list or a line with nothing in it. */
function findEmpty(sections: readonly ReadSection[]): string[] {
  const blocks = sections.flatMap((section) => section.blocks)
  const empty = blocks.flatMap((block, index) => {
    if (block.kind === 'list' && block.items.length === 0) return ['an empty list']
    if (block.kind !== 'heading') return []
    const next = blocks[index + 1]
    const isFilled = next !== undefined && (next.kind !== 'heading' || next.level > block.level)
    return isFilled ? [] : [`nothing under the heading ${toPlain(block.text)}`]
  })
  return linesOf(sections).some(({ text }) => text.trim() === '') ? [...empty, 'an empty line'] : empty
}

/** More lines than a reader keeps in mind. */
function findLongLists(sections: readonly ReadSection[]): string[] {
  return sections.flatMap(({ id, blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'list' && block.items.length > 5 ? [`a list of ${block.items.length} lines in ${id}`] : [],
    ),
  )
}

function findStrayMedicines(
  sections: readonly ReadSection[],
  lines: readonly Reading[],
  { medicines }: Selection,
): string[] {
  const named = new Set(lines.flatMap((line) => line.medicines))
  const listed = linesOf(sections.filter(({ id }) => id === 'medicines')).flatMap((line) => line.medicines)
  return [
    ...[...named].filter((id) => !medicines.includes(id)).map((id) => `a medicine nobody ticked: ${id}`),
    ...medicines.filter((id) => !listed.includes(id)).map((id) => `a ticked medicine is not named: ${id}`),
  ]
}

/** Everything wrong with a sheet, in words; empty when it may be given to a patient. */
export function examineSheet(sheet: Sheet, selection: Selection): string[] {
  const sections = readSections(sheet, selection)
  const lines = [...readAround(sheet, selection.language), ...linesOf(sections)]
  const advice = linesOf(sections.filter(givesAdvice), 'list')
  const told = listTold(sections, advice, selection)
  return [
    ...findContradictions(told),
    ...findRepeats(advice, told),
    ...findLostSafety(selection, told),
    ...findMissingRedFlags(sections, selection),
    ...findMisplacedCauses(sheet, selection),
    ...findWrongSources(sections, told, selection),
    ...findEmpty(sections),
    ...findLongLists(sections),
    ...findStrayMedicines(sections, lines, selection),
    ...lines.filter(({ isUnfilled }) => isUnfilled).map(({ text }) => `not filled in: ${text}`),
    ...lines.flatMap(({ english }) => english.map((text) => `English left: ${text}`)),
  ]
}
