import type { Topic } from '../domain/topic.ts'
import type { Finding, Path } from './read-yaml.ts'

type Carrier = { readonly id: string; readonly facts: readonly string[]; readonly path: Path }

/** The parts of a topic that carry facts. */
type Carrying = Pick<Topic, 'introFacts' | 'causes' | 'everyday' | 'medicines'>

function listCarriers(topic: Carrying): Carrier[] {
  const causes = topic.causes.flatMap(({ id, facts, items }, outer): Carrier[] => [
    { id, facts, path: ['causes', outer, 'facts'] },
    ...items.map((item, index) => ({
      id: item.id,
      facts: item.facts,
      path: ['causes', outer, 'items', index, 'facts'],
    })),
  ])
  const lists = (['everyday', 'medicines'] as const).flatMap((section) =>
    topic[section].map(({ id, facts }, index): Carrier => ({ id, facts, path: [section, index, 'facts'] })),
  )
  return [{ id: 'the list of causes', facts: topic.introFacts, path: ['introFacts'] }, ...causes, ...lists]
}

/** The facts a topic carries, each once. */
export function listCarriedFacts(topic: Carrying): string[] {
  return [...new Set(listCarriers(topic).flatMap(({ facts }) => facts))]
}

/** Each promised fact with the ids of what carries it. */
export function listCoverage(topic: Topic): { readonly fact: string; readonly carriers: readonly string[] }[] {
  const carriers = listCarriers(topic)
  return topic.facts.map((fact) => ({
    fact,
    carriers: carriers.filter(({ facts }) => facts.includes(fact)).map(({ id }) => id),
  }))
}

/** Facts that are promised but carried by nothing, carried but not promised, or promised twice. */
export function checkFacts(topic: Carrying & Pick<Topic, 'facts'>): Finding[] {
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
