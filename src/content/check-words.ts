import { Topic, type TopicWords } from '../domain/topic.ts'
import { listSlots } from '../domain/fill-slots.ts'
import { checkMedicineNames } from './check-medicine-names.ts'
import { listLateSlots, listNamingRules } from './check-marks.ts'
import { onPart } from './check-part.ts'
import type { Finding } from './read-yaml.ts'

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

function checkNamingWords(topic: Pick<Topic, 'safety'>, { safetyRules }: TopicWords): Finding[] {
  return listNamingRules(topic)
    .filter((id) => safetyRules[id] !== undefined && !listSlots(safetyRules[id]).includes('medicines'))
    .map((id) => ({ path: ['safetyRules', id], message: `The slot {medicines} is missing in "${id}".` }))
}

function checkLateWords({ lateRetest }: TopicWords): Finding[] {
  return Object.entries(lateRetest).flatMap(([id, text]) =>
    listLateSlots(id)
      .filter((slot) => !listSlots(text).includes(slot))
      .map((slot) => ({ path: ['lateRetest', id], message: `The slot {${slot}} is missing in "${id}".` })),
  )
}

function checkAnchorWords(topic: Pick<Topic, 'resultAnchor'>, { resultAnchor }: TopicWords): Finding[] {
  if ((resultAnchor === undefined) !== (topic.resultAnchor === undefined))
    return [{ path: ['resultAnchor'], message: 'The anchor stands in the topic and in its words, or in neither.' }]
  if (resultAnchor === undefined || listSlots(resultAnchor).includes('at')) return []
  return [{ path: ['resultAnchor'], message: 'The slot {at} is missing in resultAnchor.' }]
}

function checkFigureWords(topic: Pick<Topic, 'figure'>, { figure }: TopicWords): Finding[] {
  if ((figure === undefined) === (topic.figure === undefined)) return []
  return [{ path: ['figure'], message: 'The figure stands in the topic and in its words, or in neither.' }]
}

const checks = [
  onPart(Topic.pick({ groups: true }).strip(), ({ groups }, words: TopicWords) =>
    compareIds('groups', words.groups, groups),
  ),
  onPart(Topic.pick({ causes: true }).strip(), ({ causes }, words: TopicWords) =>
    compareIds('causes', words.causes, listIds(causes)),
  ),
  onPart(Topic.pick({ causes: true, everyday: true }).strip(), ({ causes, everyday }, words: TopicWords) =>
    compareIds('items', words.items, listIds([...causes.flatMap(({ items }) => items), ...everyday])),
  ),
  onPart(Topic.pick({ redFlags: true }).strip(), ({ redFlags }, words: TopicWords) =>
    compareIds('redFlags', words.redFlags, listIds(redFlags)),
  ),
  onPart(Topic.pick({ preparation: true }).strip(), ({ preparation }, words: TopicWords) =>
    compareIds('preparation', words.preparation, listIds(preparation)),
  ),
  onPart(Topic.pick({ medicines: true }).strip(), ({ medicines }, words: TopicWords) =>
    compareIds('medicines', words.medicines, listIds(medicines)),
  ),
  onPart(Topic.pick({ mergeRules: true }).strip(), ({ mergeRules }, words: TopicWords) =>
    compareIds('mergeRules', words.mergeRules, listIds(mergeRules)),
  ),
  onPart(Topic.pick({ analytes: true }).strip(), ({ analytes }, words: TopicWords) =>
    compareIds('analytes', words.analytes, listIds(analytes)),
  ),
  onPart(Topic.pick({ resultBands: true }).strip(), ({ resultBands }, words: TopicWords) =>
    compareIds('resultBands', words.resultBands, listIds(resultBands)),
  ),
  onPart(Topic.pick({ teachBack: true }).strip(), ({ teachBack }, words: TopicWords) =>
    compareIds('teachBack', words.teachBack, listIds(teachBack)),
  ),
  onPart(Topic.pick({ safety: true }).strip(), ({ safety }, words: TopicWords) => [
    ...compareIds('safetyFacts', words.safetyFacts, listIds(safety.facts)),
    ...compareIds('safetyLabs', words.safetyLabs, listIds(safety.labs)),
    ...compareIds('safetyRules', words.safetyRules, listIds(safety.rules)),
    ...compareIds('safetyKept', words.safetyKept, listIds(safety.kept)),
  ]),
  onPart(Topic.pick({ sources: true }).strip(), ({ sources }, words: TopicWords) =>
    compareIds(
      'sources',
      words.sources,
      Object.entries(sources).flatMap(([id, { publisher }]) => (publisher === undefined ? [id] : [])),
    ),
  ),
  onPart(Topic.pick({ safety: true }).strip(), checkNamingWords),
  onPart(Topic.pick({ resultAnchor: true }).strip(), checkAnchorWords),
  onPart(Topic.pick({ figure: true }).strip(), checkFigureWords),
  onPart(Topic.pick({ medicines: true }).strip(), checkMedicineNames),
]

/**
 * Everything wrong between a topic and its words in one language: missing and left over ids, slots, names.
 * @param raw the topic's file as read; what is not right in one part hides nothing in the others
 */
export function checkWords(raw: unknown, words: TopicWords): Finding[] {
  return [...checks.flatMap((check) => check(raw, words)), ...checkLateWords(words)]
}
