import type { Topic, TopicWords } from '../domain/topic.ts'
import { listSlots } from '../domain/fill-slots.ts'
import type { Finding, Path } from './read-yaml.ts'
import { listTexts } from './list-texts.ts'

const itemSlots = ['medicines', 'phone', 'retestDate']

/** Texts that may have `**bold**`: only there does the sheet know it. */
const boldSections = new Set(['items', 'redFlags'])

const isIn = (sections: ReadonlySet<string>, path: Path) => sections.has(String(path[0]))

function compareIds(section: keyof TopicWords, given: object, wanted: readonly string[]): Finding[] {
  const known = new Set(wanted)
  return [
    ...wanted
      .filter((id) => !Object.hasOwn(given, id))
      .map((id) => ({ path: [section], message: `There are no words for "${id}" in ${section}.` })),
    ...Object.keys(given)
      .filter((id) => !known.has(id))
      .map((id) => ({
        path: [section, id],
        message: `There are words for "${id}" in ${section}, and the topic has no such id.`,
      })),
  ]
}

const listIds = (entries: readonly { readonly id: string }[]) => [...new Set(entries.map(({ id }) => id))]

/** The safety rules that look for names to stop, and so can name them. */
function listNamingRules({ safety }: Topic): string[] {
  return safety.rules.flatMap(({ id, when }) => (when.flat().some((each) => 'stopsName' in each) ? [id] : []))
}

function checkNamingWords(topic: Topic, { safetyRules }: TopicWords): Finding[] {
  return listNamingRules(topic)
    .filter((id) => safetyRules[id] !== undefined && !listSlots(safetyRules[id]).includes('medicines'))
    .map((id) => ({ path: ['safetyRules', id], message: `The slot {medicines} is missing in "${id}".` }))
}

/** Slots nobody fills, and bold marks that are not closed or that would be printed as they are. */
function checkMarks(topic: Topic, words: TopicWords): Finding[] {
  const naming = new Set(listNamingRules(topic))
  return listTexts(words).flatMap(({ path, text }): Finding[] => {
    const isNaming = path[0] === 'safetyRules' && naming.has(String(path[1]))
    const allowed =
      path[0] === 'items' ? itemSlots : path[0] === 'resultAnchor' ? ['at'] : isNaming ? ['medicines'] : []
    const marks = text.split('**').length - 1
    return [
      ...listSlots(text)
        .filter((slot) => !allowed.includes(slot))
        .map((slot) => ({ path, message: `Nothing fills the slot {${slot}} here.` })),
      ...(marks % 2 === 0 ? [] : [{ path, message: 'A ** has no partner.' }]),
      ...(marks > 0 && !isIn(boldSections, path) ? [{ path, message: 'Bold marks ** cannot stand here.' }] : []),
    ]
  })
}

function checkAnchorWords(topic: Topic, { resultAnchor }: TopicWords): Finding[] {
  if ((resultAnchor === undefined) !== (topic.resultAnchor === undefined))
    return [{ path: ['resultAnchor'], message: 'The anchor stands in the topic and in its words, or in neither.' }]
  if (resultAnchor === undefined || listSlots(resultAnchor).includes('at')) return []
  return [{ path: ['resultAnchor'], message: 'The slot {at} is missing in resultAnchor.' }]
}

/** Everything wrong between a topic and its words in one language: missing and left over ids, slots, marks. */
export function checkWords(topic: Topic, words: TopicWords): Finding[] {
  const items = [...topic.causes.flatMap((cause) => cause.items), ...topic.everyday]
  return [
    ...compareIds('groups', words.groups, topic.groups),
    ...compareIds('causes', words.causes, listIds(topic.causes)),
    ...compareIds('items', words.items, listIds(items)),
    ...compareIds('redFlags', words.redFlags, listIds(topic.redFlags)),
    ...compareIds('preparation', words.preparation, listIds(topic.preparation)),
    ...compareIds('medicines', words.medicines, listIds(topic.medicines)),
    ...compareIds('mergeRules', words.mergeRules, listIds(topic.mergeRules)),
    ...compareIds('analytes', words.analytes, listIds(topic.analytes)),
    ...compareIds('resultBands', words.resultBands, listIds(topic.resultBands)),
    ...compareIds('safetyFacts', words.safetyFacts, listIds(topic.safety.facts)),
    ...compareIds('safetyLabs', words.safetyLabs, listIds(topic.safety.labs)),
    ...compareIds('safetyRules', words.safetyRules, listIds(topic.safety.rules)),
    ...compareIds('safetyKept', words.safetyKept, listIds(topic.safety.kept)),
    ...checkNamingWords(topic, words),
    ...checkAnchorWords(topic, words),
    ...compareIds('teachBack', words.teachBack, listIds(topic.teachBack)),
    ...compareIds(
      'sources',
      words.sources,
      Object.entries(topic.sources).flatMap(([id, { publisher }]) => (publisher === undefined ? [id] : [])),
    ),
    ...checkMarks(topic, words),
  ]
}
