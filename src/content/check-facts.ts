import type { Topic } from '../domain/topic.ts'
import type { Finding, Path } from './read-yaml.ts'

type Carrier = { readonly facts: readonly string[]; readonly path: Path }

function listCarriers(topic: Topic): Carrier[] {
  const causes = topic.causes.flatMap(({ facts, items }, outer): Carrier[] => [
    { facts, path: ['causes', outer, 'facts'] },
    ...items.map((item, index) => ({ facts: item.facts, path: ['causes', outer, 'items', index, 'facts'] })),
  ])
  const lists = (['everyday', 'medicines'] as const).flatMap((section) =>
    topic[section].map(({ facts }, index): Carrier => ({ facts, path: [section, index, 'facts'] })),
  )
  return [{ facts: topic.introFacts, path: ['introFacts'] }, ...causes, ...lists]
}

/** The facts a topic carries, each once. */
export function listCarriedFacts(topic: Topic): string[] {
  return [...new Set(listCarriers(topic).flatMap(({ facts }) => facts))]
}

/** Facts that are promised but carried by nothing, carried but not promised, or promised twice. */
export function checkFacts(topic: Topic): Finding[] {
  const promised = new Set(topic.facts)
  const carried = new Set(listCarriedFacts(topic))
  const kept = topic.facts.flatMap((fact, index): Finding[] => [
    ...(carried.has(fact)
      ? []
      : [{ path: ['facts', index], message: `The fact "${fact}" is promised, and nothing carries it.` }]),
    ...(topic.facts.indexOf(fact) === index
      ? []
      : [{ path: ['facts', index], message: `The fact "${fact}" is promised twice.` }]),
  ])
  const unasked = listCarriers(topic).flatMap(({ facts, path }) =>
    facts.flatMap((fact, index): Finding[] =>
      promised.has(fact)
        ? []
        : [
            {
              path: [...path, index],
              message: `The fact "${fact}" is carried here, and the topic does not promise it.`,
            },
          ],
    ),
  )
  return [...kept, ...unasked]
}
