import { listOlderParts, type Library, type LibraryTopic } from './library.ts'
import type { Selection } from './selection.ts'
import type { Medicine, TopicWords } from './topic.ts'
import type { Wording } from './wording.ts'
import { addYears, type IsoDate } from './calendar.ts'
import { listActingCauses } from './acting-causes.ts'
import { listActiveRules, listVitalItems, mergeAdvice } from './merge-advice.ts'
import { listKeptItems } from './kept-advice.ts'
import { listPreparation } from './preparation.ts'
import { listSlots, showText } from './fill-slots.ts'
import { findUrgency } from './find-urgency.ts'
import { foldName } from './fold-name.ts'
import { Language } from './ids.ts'
import { AppError, toProblem, type Problem } from './app-error.ts'
import { tell, type Message, type Said } from './message.ts'
import { joinInEach, sayInEach } from './say-in-each.ts'

/** The languages a topic can be printed in today: written, worded, and no older than the English. */
export function listPrintableLanguages(library: Library, entry: LibraryTopic): Language[] {
  return Language.options.filter(
    (language) =>
      entry.words[language] !== undefined &&
      library.wording[language] !== undefined &&
      listOlderParts(library, entry, language).length === 0,
  )
}

/** A later day is a slip of the pen. */
const farthestRetestYears = 2

/** The content one sheet is made of. */
export type SheetContent = { readonly entry: LibraryTopic; readonly words: TopicWords; readonly wording: Wording }

/**
 * The topic and words a Selection asks for.
 * @param field where the language was chosen
 * @throws AppError bad-input for an unknown topic, not-available for a retired one, a language it is not written in,
 * or one whose words are older than the English: no other language ever stands in for it
 */
export function findContent(
  library: Library,
  selection: Pick<Selection, 'topic' | 'language'>,
  field: 'language' | 'secondLanguage' = 'language',
): SheetContent {
  const entry = library.topics.find(({ topic }) => topic.id === selection.topic)
  if (!entry) throw new AppError('bad-input', [toProblem('topic', tell('topic-unknown', { topic: selection.topic }))])
  if (entry.topic.status === 'retired') throw new AppError('not-available', [toProblem('topic', tell('topic-retired'))])
  const words = entry.words[selection.language]
  const wording = library.wording[selection.language]
  if (!words || !wording)
    throw new AppError('not-available', [
      toProblem(field, tell('language-not-written', { language: tell(`language-${selection.language}`) })),
    ])
  const older = listOlderParts(library, entry, selection.language)
  if (older.length > 0)
    throw new AppError(
      'not-available',
      older.map((told) => toProblem(field, told)),
    )
  return { entry, words, wording }
}

/** What is chosen as the content calls it, in each language. What it does not know has no words, and is told as it was given. */
function nameMedicine(words: LibraryTopic['words'], id: string): Said {
  return sayInEach(words, ({ medicines }) => medicines[id]?.name ?? id)
}

function nameCause(words: LibraryTopic['words'], id: string): Said {
  return sayInEach(words, ({ causes }) => causes[id]?.name ?? id)
}

function nameLab(words: LibraryTopic['words'], id: string): Said {
  return sayInEach(words, ({ safetyLabs }) => safetyLabs[id] ?? id)
}

function nameAdvice(words: LibraryTopic['words'], id: string): Said {
  return sayInEach(words, ({ items, preparation }) => showText(items[id] ?? preparation[id] ?? id))
}

function listRepeats(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}

/** Whether an item that will print has the place where the medicines to stop are named. */
function namesMedicinesToStop({ entry, words }: SheetContent, selection: Selection): boolean {
  const urgency = findUrgency(entry.topic, selection)
  const { causes, everyday } = mergeAdvice(entry.topic, { ...selection, urgency })
  return [...causes.flatMap((cause) => cause.items), ...everyday].some(
    ({ item, state }) => state === 'on' && listSlots(words.items[item.id] ?? '').includes('medicines'),
  )
}

/** Words of a name that are long enough to tell which medicine it is: "tenofovir" of "tenofovir alafenamide". */
const listTellingWords = (name: string) => name.split(' ').filter((word) => word.length >= 8)

/** The ticked medicines that were also typed among those to stop, by a generic or brand name in any language. */
function listStoppedAndTicked({ entry }: SheetContent, selection: Selection): Said[] {
  if (selection.medicinesToStop.length === 0 || selection.medicines.length === 0) return []
  const typed = selection.medicinesToStop.map(foldName)
  return entry.topic.medicines.flatMap(({ id, names, brands }) => {
    const generic = Object.values(names).flat()
    const known = [...generic, ...generic.flatMap(listTellingWords), ...brands].map(foldName)
    const isTyped = typed.some((each) => known.some((name) => each.includes(name)))
    return isTyped && selection.medicines.includes(id) ? [nameMedicine(entry.words, id)] : []
  })
}

/** Why a medicine of causes that are not ticked never prints. */
function explainUnprinted({ entry }: SheetContent, { id, causes: uses }: Medicine, causes: readonly string[]): Message {
  const name = (ids: readonly string[]) =>
    joinInEach(entry.words, 'or', (words) => ids.map((each) => words.causes[each]?.name ?? each))
  const medicine = nameMedicine(entry.words, id)
  return causes.length === 0
    ? tell('medicine-unprinted-without', { medicine, uses: name(uses) })
    : tell('medicine-unprinted-for', { medicine, uses: name(uses), causes: name(causes) })
}

/** @throws AppError bad-input with the problems, if there are any */
export function refuseProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new AppError('bad-input', problems)
}

function fitsOnA5({ depth, size, secondLanguage }: Selection): boolean {
  return depth === 'short' && size === 'standard' && secondLanguage === undefined
}

/** What is wrong with a Selection for this topic on this day; empty when it can be printed. */
export function checkSelection(content: SheetContent, selection: Selection, today: IsoDate): Problem[] {
  const { topic, words } = content.entry
  const problems: Problem[] = []
  const say = (field: string, told: Message) => problems.push(toProblem(field, told))
  const causes = selection.causes.map((cause) => cause.id)
  const ticked = topic.causes.filter((cause) => causes.includes(cause.id))
  const items = new Set(
    [
      ...ticked.flatMap((cause) => cause.items),
      ...listVitalItems(listActingCauses(topic, selection)),
      ...topic.everyday,
      ...listPreparation(topic, selection),
    ].map((item) => item.id),
  )
  const kept = listKeptItems(topic, selection)
  const dropped = new Set(listActiveRules(topic, selection).flatMap((rule) => rule.drop))

  for (const [index, id] of causes.entries())
    if (!topic.causes.some((cause) => cause.id === id)) say(`causes.${index}.id`, tell('cause-unknown', { cause: id }))
  for (const id of listRepeats(causes)) say('causes', tell('cause-twice', { cause: nameCause(words, id) }))
  for (const field of ['dropped', 'added'] as const)
    for (const id of selection[field])
      if (!items.has(id)) say(field, tell('advice-unknown', { advice: nameAdvice(words, id) }))
  for (const id of selection.dropped) {
    const keptBy = kept.get(id)
    if (keptBy !== undefined)
      say(
        'dropped',
        tell('advice-kept', {
          advice: nameAdvice(words, id),
          why: sayInEach(words, ({ safetyKept }) => safetyKept[keptBy] ?? ''),
        }),
      )
  }
  for (const id of selection.added)
    if (dropped.has(id)) say('added', tell('advice-contradicts', { advice: nameAdvice(words, id) }))
  for (const id of selection.medicines) {
    const medicine = topic.medicines.find((each) => each.id === id)
    if (!medicine) say('medicines', tell('medicine-unknown', { medicine: id }))
    else if (!medicine.causes.some((cause) => causes.includes(cause)))
      say('medicines', explainUnprinted(content, medicine, causes))
  }
  for (const [index, result] of selection.results.entries())
    if (!topic.analytes.some((analyte) => analyte.id === result.analyte))
      say(`results.${index}.analyte`, tell('result-unknown', { result: result.analyte }))
  for (const id of listRepeats(selection.results.map((result) => result.analyte)))
    say('results', tell('result-twice', { result: id }))
  for (const id of selection.facts)
    if (!topic.safety.facts.some((fact) => fact.id === id)) say('facts', tell('fact-unknown', { fact: id }))
  for (const [index, { id, upperLimit }] of selection.labs.entries()) {
    const lab = topic.safety.labs.find((each) => each.id === id)
    if (!lab) say(`labs.${index}.id`, tell('lab-unknown', { lab: id }))
    else if (lab.limit && upperLimit === undefined)
      say(`labs.${index}.upperLimit`, tell('lab-limit-missing', { lab: nameLab(words, id) }))
  }
  for (const id of listRepeats(selection.labs.map((lab) => lab.id)))
    say('labs', tell('lab-twice', { lab: nameLab(words, id) }))
  if (selection.retest.kind === 'date' && selection.retest.date < today) say('retest.date', tell('retest-past'))
  if (selection.retest.kind === 'date' && selection.retest.date > addYears(today, farthestRetestYears))
    say('retest.date', tell('retest-far', { years: farthestRetestYears }))
  for (const name of listRepeats(selection.medicinesToStop.map(foldName)))
    say('medicinesToStop', tell('stop-name-twice', { name }))
  if (selection.medicinesToStop.length > 0 && !namesMedicinesToStop(content, selection))
    say('medicinesToStop', tell('stop-names-unplaced'))
  for (const medicine of listStoppedAndTicked(content, selection))
    say('medicinesToStop', tell('stop-and-named', { medicine }))
  if (selection.secondLanguage === selection.language) say('secondLanguage', tell('second-language-same'))
  if (selection.paper === 'A5' && !fitsOnA5(selection)) say('paper', tell('paper-too-small'))
  return problems
}
