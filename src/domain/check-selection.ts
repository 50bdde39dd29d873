import { listOlderParts, type Library, type LibraryTopic } from './library.ts'
import type { Selection } from './selection.ts'
import type { Medicine, TopicWords } from './topic.ts'
import type { Wording } from './wording.ts'
import { addYears, type IsoDate } from './calendar.ts'
import { listActiveRules, mergeAdvice } from './merge-advice.ts'
import { listKeptItems } from './kept-advice.ts'
import { listPreparation } from './preparation.ts'
import { listSlots } from './fill-slots.ts'
import { Language, languageNames } from './ids.ts'
import { AppError, type Problem } from './app-error.ts'

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
  if (!entry)
    throw new AppError('bad-input', [
      { field: 'topic', message: `There is no topic called "${selection.topic}". Please choose another one.` },
    ])
  if (entry.topic.status === 'retired')
    throw new AppError('not-available', [
      {
        field: 'topic',
        message: `The topic "${selection.topic}" is retired and can no longer be printed. Please choose another topic.`,
      },
    ])
  const words = entry.words[selection.language]
  const wording = library.wording[selection.language]
  if (!words || !wording)
    throw new AppError('not-available', [
      {
        field,
        message: `This topic is not written in the language "${selection.language}" yet. Please choose another one.`,
      },
    ])
  const older = listOlderParts(library, entry, selection.language)
  if (older.length > 0)
    throw new AppError(
      'not-available',
      older.map((what) => ({
        field,
        message: `The ${languageNames[selection.language]} ${what} are older than the English and must be looked at again before they print.`,
      })),
    )
  return { entry, words, wording }
}

function listRepeats(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}

/** Whether an item that will print has the place where the medicines to stop are named. */
function namesMedicinesToStop({ entry, words }: SheetContent, selection: Selection): boolean {
  const { causes, everyday } = mergeAdvice(entry.topic, selection)
  return [...causes.flatMap((cause) => cause.items), ...everyday].some(
    ({ item, state }) => state === 'on' && listSlots(words.items[item.id] ?? '').includes('medicines'),
  )
}

/** Words of medicine ids that say nothing of which medicine it is. */
const sharedNames = ['compound']
const shortestName = 7

/** The ticked medicines that were also typed among those to stop: a telling word of the generic name stands in both. */
function listStoppedAndTicked({ words }: SheetContent, selection: Selection): string[] {
  const typed = selection.medicinesToStop.map((name) => name.toLocaleLowerCase('en'))
  return selection.medicines.flatMap((id) => {
    const name = words.medicines[id]?.name ?? id
    const telling = id.split('-').filter((word) => word.length >= shortestName && !sharedNames.includes(word))
    return typed.some((each) => telling.some((word) => each.includes(word))) ? [name] : []
  })
}

/** Why advice stays, in English, the language of the window, where it is written. */
function explainKept({ entry, words }: SheetContent, keptBy: string): string {
  return (entry.words.en ?? words).safetyKept[keptBy] ?? ''
}

/** Why a medicine of causes that are not ticked never prints, in English, the language of the window, where it is written. */
function explainUnprinted({ entry, words }: SheetContent, medicine: Medicine, causes: readonly string[]): string {
  const said = (entry.words.en ?? words).causes
  const name = (ids: readonly string[]) => ids.map((id) => said[id]?.name ?? id).join(' or ')
  const uses = name(medicine.causes)
  const elsewhere = causes.length === 0 ? `without ${uses}` : `for ${name(causes)}`
  return `The medicine "${medicine.id}" is never printed ${elsewhere}, whatever the reason: it is for ${uses} alone. Please take it out.`
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
  const { topic } = content.entry
  const problems: Problem[] = []
  const say = (field: string, message: string) => problems.push({ field, message })
  const causes = selection.causes.map((cause) => cause.id)
  const ticked = topic.causes.filter((cause) => causes.includes(cause.id))
  const items = new Set(
    [...ticked.flatMap((cause) => cause.items), ...topic.everyday, ...listPreparation(topic, selection)].map(
      (item) => item.id,
    ),
  )
  const kept = listKeptItems(topic, selection)
  const dropped = new Set(listActiveRules(topic, selection).flatMap((rule) => rule.drop))

  for (const [index, id] of causes.entries())
    if (!topic.causes.some((cause) => cause.id === id))
      say(`causes.${index}.id`, `There is no cause called "${id}" in this topic. Please take it out.`)
  for (const id of listRepeats(causes)) say('causes', `The cause "${id}" is ticked twice. Please take one of them out.`)
  for (const field of ['dropped', 'added'] as const)
    for (const id of selection[field])
      if (!items.has(id)) say(field, `There is no advice called "${id}" for what is ticked. Please take it out.`)
  for (const id of selection.dropped) {
    const keptBy = kept.get(id)
    if (keptBy !== undefined)
      say('dropped', `The advice "${id}" cannot be taken out. ${explainKept(content, keptBy)}`.trim())
  }
  for (const id of selection.added)
    if (dropped.has(id))
      say('added', `The advice "${id}" must not stand beside other advice on this sheet. Please take it out.`)
  for (const id of selection.medicines) {
    const medicine = topic.medicines.find((each) => each.id === id)
    if (!medicine) say('medicines', `There is no medicine called "${id}" in this topic. Please take it out.`)
    else if (!medicine.causes.some((cause) => causes.includes(cause)))
      say('medicines', explainUnprinted(content, medicine, causes))
  }
  for (const [index, result] of selection.results.entries())
    if (!topic.analytes.some((analyte) => analyte.id === result.analyte))
      say(
        `results.${index}.analyte`,
        `There is no result called "${result.analyte}" in this topic. Please take it out.`,
      )
  for (const id of listRepeats(selection.results.map((result) => result.analyte)))
    say('results', `The result ${id} is given twice. Please take one of them out.`)
  for (const id of selection.facts)
    if (!topic.safety.facts.some((fact) => fact.id === id))
      say('facts', `There is no fact called "${id}" in this topic. Please take it out.`)
  for (const [index, { id, upperLimit }] of selection.labs.entries()) {
    const lab = topic.safety.labs.find((each) => each.id === id)
    if (!lab) say(`labs.${index}.id`, `There is no blood test called "${id}" in this topic. Please take it out.`)
    else if (lab.limit && upperLimit === undefined)
      say(`labs.${index}.upperLimit`, `Type the upper limit printed on the lab report for ${id}.`)
  }
  for (const id of listRepeats(selection.labs.map((lab) => lab.id)))
    say('labs', `The blood test ${id} is given twice. Please take one of them out.`)
  if (selection.retest.kind === 'date' && selection.retest.date < today)
    say('retest.date', 'The date of the next test is in the past. Please choose today or later.')
  if (selection.retest.kind === 'date' && selection.retest.date > addYears(today, farthestRetestYears))
    say(
      'retest.date',
      `The date of the next test is more than ${farthestRetestYears} years away. Please check the year.`,
    )
  if (selection.medicinesToStop.length > 0 && !namesMedicinesToStop(content, selection))
    say(
      'medicinesToStop',
      'Medicine to stop: no advice on this sheet names it. Tick the cause and the advice it belongs to, or take the medicine out.',
    )
  for (const name of listStoppedAndTicked(content, selection))
    say(
      'medicinesToStop',
      `Medicine to stop: ${name} is also ticked to be named on the sheet. Please take one of them out.`,
    )
  if (selection.secondLanguage === selection.language)
    say('secondLanguage', 'The second language must be another one than the first.')
  if (selection.paper === 'A5' && !fitsOnA5(selection))
    say(
      'paper',
      'A5 has room only for a short sheet, in one language and standard letters. Please choose those, or A4 or Letter.',
    )
  return problems
}
