import type { SafetyCondition } from '../domain/safety-rules.ts'
import type { Topic } from '../domain/topic.ts'
import type { Finding, Path } from './read-yaml.ts'

/** The ids of one kind that a condition names. */
type Named = {
  readonly kind: 'fact' | 'cause' | 'medicine' | 'blood test' | 'result'
  readonly ids: readonly string[]
}

type Known = Readonly<Record<Named['kind'], ReadonlySet<string>>>

function listNamed(condition: SafetyCondition): Named[] {
  if ('fact' in condition) return [{ kind: 'fact', ids: [condition.fact] }]
  if ('cause' in condition) return [{ kind: 'cause', ids: condition.cause }]
  if ('noCause' in condition) return [{ kind: 'cause', ids: [condition.noCause] }]
  if ('onlyCauses' in condition) return [{ kind: 'cause', ids: condition.onlyCauses }]
  if ('resultRatio' in condition) return [{ kind: 'result', ids: condition.resultRatio }]
  if ('labTimes' in condition) return [{ kind: 'blood test', ids: [condition.labTimes] }]
  if ('labValue' in condition) return [{ kind: 'blood test', ids: [condition.labValue] }]
  if ('medicine' in condition) return [{ kind: 'medicine', ids: condition.medicine }]
  return []
}

const listIds = (entries: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(entries.map(({ id }) => id))

/** What keeps advice that nobody gives, or waits for what cannot be ticked. */
function checkKept(
  { safety, causes, everyday }: Pick<Topic, 'safety' | 'causes' | 'everyday'>,
  known: Known,
): Finding[] {
  const items = [...causes.flatMap((cause) => cause.items), ...everyday]
  const said = new Set(items.map(({ says }) => says))
  return safety.kept.flatMap((kept, index) => {
    const path: Path = ['safety', 'kept', index]
    return [
      ...kept.causes.filter((id) => !known.cause.has(id)).map((id) => `There is no cause called "${id}".`),
      ...kept.facts.filter((id) => !known.fact.has(id)).map((id) => `There is no fact called "${id}".`),
      ...(kept.says === undefined || said.has(kept.says) ? [] : [`No advice says "${kept.says}".`]),
      ...kept.items
        .filter((id) => !items.some((item) => item.id === id))
        .map((id) => `There is no advice called "${id}".`),
      ...(kept.says === undefined && kept.items.length === 0 ? [`"${kept.id}" keeps no advice.`] : []),
      ...(kept.causes.length + kept.facts.length > 0 ? [] : [`"${kept.id}" waits for no cause and no fact.`]),
    ].map((message) => ({ path, message }))
  })
}

/** Safety rules and facts that name what is not there, and facts or blood tests that no rule asks for. */
export function checkSafetyRules(
  topic: Pick<Topic, 'safety' | 'causes' | 'everyday' | 'medicines' | 'analytes'>,
): Finding[] {
  const { facts, labs, rules } = topic.safety
  const known: Known = {
    fact: listIds(facts),
    cause: listIds(topic.causes),
    medicine: listIds(topic.medicines),
    'blood test': listIds(labs),
    result: listIds(topic.analytes),
  }
  const named = rules.flatMap((rule, index) =>
    rule.when.flatMap((all, outer) =>
      all.flatMap((condition, inner) =>
        listNamed(condition).map((each) => ({
          ...each,
          rule: rule.id,
          path: ['safety', 'rules', index, 'when', outer, inner] as Path,
        })),
      ),
    ),
  )
  const unknown = named.flatMap(({ kind, ids, rule, path }) =>
    ids
      .filter((id) => !known[kind].has(id))
      .map((id) => ({ path, message: `There is no ${kind} called "${id}" for the safety rule "${rule}".` })),
  )
  const { symptoms } = topic.safety
  const strange = symptoms.flatMap((id, index) =>
    known.fact.has(id)
      ? []
      : [{ path: ['safety', 'symptoms', index] as Path, message: `There is no fact called "${id}".` }],
  )
  const listAsked = (kind: Named['kind']) => named.filter((each) => each.kind === kind).flatMap(({ ids }) => ids)
  const asked = { facts: [...listAsked('fact'), ...symptoms], labs: listAsked('blood test') }
  const idle = (['facts', 'labs'] as const).flatMap((list) =>
    topic.safety[list].flatMap(({ id }, index) =>
      asked[list].includes(id)
        ? []
        : [{ path: ['safety', list, index] as Path, message: `No safety rule asks for "${id}".` }],
    ),
  )
  const aimless = facts.flatMap(({ actsAs }, index) =>
    actsAs === undefined || known.cause.has(actsAs)
      ? []
      : [{ path: ['safety', 'facts', index, 'actsAs'] as Path, message: `There is no cause called "${actsAs}".` }],
  )
  return [...unknown, ...strange, ...idle, ...aimless, ...checkKept(topic, known)]
}
