import type { Library } from '../domain/library.ts'

/** Topics with their causes, items, medicines and languages, and regions, one a line, for people and for `grep`. */
export function listContent({ topics, regions }: Library): string {
  return [
    ...topics.flatMap(({ topic, words }) => [
      `topic ${topic.id}  ${words.en?.title ?? ''}`,
      ...topic.causes.flatMap((cause) => [
        `  cause ${cause.id}  ${words.en?.causes[cause.id]?.name ?? ''}`,
        ...cause.items.map((item) => `    item ${item.id}  (${item.shown})  ${words.en?.items[item.id] ?? ''}`),
      ]),
      ...topic.everyday.map((item) => `  item ${item.id}  (${item.shown})  ${words.en?.items[item.id] ?? ''}`),
      ...topic.preparation.map(({ id }) => `  preparation ${id}  ${words.en?.preparation[id] ?? ''}`),
      ...topic.medicines.map((medicine) => `  medicine ${medicine.id}  (${medicine.causes.join(', ')})`),
      ...topic.safety.facts.map(({ id }) => `  fact ${id}  ${words.en?.safetyFacts[id] ?? ''}`),
      ...topic.safety.labs.map(({ id, limit }) => `  lab ${id}${limit ? '  (with its upper limit)' : ''}`),
      ...Object.keys(words).map((language) => `  language ${language}`),
    ]),
    ...regions.map(({ id, name, emergencyNumber }) => `region ${id}  ${name}  ${emergencyNumber}`),
  ].join('\n')
}
