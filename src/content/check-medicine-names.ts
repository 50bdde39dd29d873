import { escapePattern } from '../domain/escape-pattern.ts'
import type { Language } from '../domain/ids.ts'
import type { Topic, TopicWords } from '../domain/topic.ts'
import type { Finding } from './read-yaml.ts'

const holds = (text: string, name: string) =>
  new RegExp(String.raw`(?<!\p{Script=Latin})${escapePattern(name)}(?!\p{Script=Latin})`, 'iu').test(text)

function judge(id: string, name: string, topic: Pick<Topic, 'medicines'>, language: Language): string[] {
  const accepted = topic.medicines.find((medicine) => medicine.id === id)?.names[language] ?? []
  const others = topic.medicines
    .filter((medicine) => medicine.id !== id)
    .flatMap((medicine) => (medicine.names[language] ?? []).map((other) => ({ id: medicine.id, other })))
    // A name that is part of a longer one of this medicine is not taken from the other.
    .filter(({ other }) => holds(name, other) && !accepted.some((own) => own !== other && holds(own, other)))
  return [
    ...others.map((each) => `"${each.other}" is the name of "${each.id}", and stands here for "${id}".`),
    ...(accepted.length === 0 ? [`"${id}" has no accepted name for ${language} under its names in topic.yaml.`] : []),
    ...(accepted.length === 0 || accepted.some((own) => holds(name, own))
      ? []
      : [`This is no accepted name of "${id}"; it must hold ${accepted.map((own) => `"${own}"`).join(' or ')}.`]),
  ]
}

/**
 * Medicines called by a name that is not theirs. Each must hold a name that `names` of the topic accepts for it in this
 * language, and none that is another's; so no two can be called the same.
 */
export function checkMedicineNames(topic: Pick<Topic, 'medicines'>, words: TopicWords): Finding[] {
  return Object.entries(words.medicines).flatMap(([id, { name }]) =>
    topic.medicines.some((medicine) => medicine.id === id)
      ? judge(id, name, topic, words.language).map((message) => ({ path: ['medicines', id, 'name'], message }))
      : [],
  )
}
