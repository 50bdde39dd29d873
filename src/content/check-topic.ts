import { Topic } from '../domain/topic.ts'
import type { IsoDate } from '../domain/calendar.ts'
import type { Finding, Path } from './read-yaml.ts'
import { onPart } from './check-part.ts'
import { checkFacts } from './check-facts.ts'
import { checkIds } from './check-ids.ts'
import { checkRedFlags } from './check-red-flags.ts'
import { checkSafetyRules } from './check-safety-rules.ts'
import { checkSources } from './check-sources.ts'

/** An id, and where it stands. */
type Placed = { readonly id: string; readonly path: Path }

/** Ids named by a list at a place: each with its own line. */
const placeNames = (names: readonly string[] | undefined, ...path: Path): Placed[] =>
  (names ?? []).map((id, index) => ({ id, path: [...path, index] }))

/** All items of a topic with their places, causes first. */
function listItems(topic: Pick<Topic, 'causes' | 'everyday'>) {
  const everyday = topic.everyday.map((item, index) => ({ item, path: ['everyday', index] as Path }))
  const ofCauses = topic.causes.flatMap((cause, outer) =>
    cause.items.map((item, index) => ({ item, path: ['causes', outer, 'items', index] as Path })),
  )
  return [...ofCauses, ...everyday]
}

function checkCauseNames(
  topic: Pick<Topic, 'causes' | 'groups' | 'preparation' | 'teachBack' | 'medicines' | 'mergeRules'>,
): Finding[] {
  const known = new Set(topic.causes.map(({ id }) => id))
  const named = [
    ...topic.preparation.flatMap((line, index) => [
      ...placeNames(line.causes, 'preparation', index, 'causes'),
      ...placeNames(line.unless, 'preparation', index, 'unless'),
    ]),
    ...topic.teachBack.flatMap((question, index) => placeNames(question.causes, 'teachBack', index, 'causes')),
    ...topic.medicines.flatMap((medicine, index) => placeNames(medicine.causes, 'medicines', index, 'causes')),
    ...topic.mergeRules.flatMap((rule, index) => placeNames(rule.when, 'mergeRules', index, 'when')),
  ]
  const groups = new Set(topic.groups)
  const groupless = topic.causes.flatMap(({ group }, index) =>
    group === undefined || groups.has(group)
      ? []
      : [{ path: ['causes', index, 'group'], message: `There is no group called "${group}".` }],
  )
  const empty = placeNames(topic.groups, 'groups').filter(({ id }) => !topic.causes.some(({ group }) => group === id))
  return [
    ...named
      .filter(({ id }) => !known.has(id))
      .map(({ id, path }) => ({ path, message: `There is no cause called "${id}".` })),
    ...groupless,
    ...empty.map(({ id, path }) => ({ path, message: `No cause is in the group "${id}".` })),
  ]
}

/** What a merge rule waits for and never meets: a fact nobody can tick, or an item that cannot be put in. */
function checkMergeWaits(topic: Pick<Topic, 'causes' | 'everyday' | 'mergeRules' | 'safety'>): Finding[] {
  const facts = new Set(topic.safety.facts.map(({ id }) => id))
  const off = new Set(listItems(topic).flatMap(({ item }) => (item.shown === 'off' ? [item.id] : [])))
  return topic.mergeRules.flatMap((rule, index) => [
    ...placeNames(rule.facts, 'mergeRules', index, 'facts')
      .filter(({ id }) => !facts.has(id))
      .map(({ id, path }) => ({ path, message: `There is no fact called "${id}" for the merge rule "${rule.id}".` })),
    ...placeNames(rule.added, 'mergeRules', index, 'added')
      .filter(({ id }) => !off.has(id))
      .map(({ id, path }) => ({
        path,
        message: `No item that is off until put in is called "${id}", and the merge rule "${rule.id}" waits for it.`,
      })),
  ])
}

function checkMergeRules(topic: Pick<Topic, 'causes' | 'everyday' | 'mergeRules'>): Finding[] {
  const items = listItems(topic)
  const known = new Set(items.map(({ item }) => item.id))
  const added = new Set(topic.mergeRules.flatMap((rule) => rule.add))
  const unknown = topic.mergeRules.flatMap((rule, index) =>
    [...placeNames(rule.drop, 'mergeRules', index, 'drop'), ...placeNames(rule.add, 'mergeRules', index, 'add')]
      .filter(({ id }) => !known.has(id))
      .map(({ id, path }) => ({ path, message: `There is no item called "${id}" for the merge rule "${rule.id}".` })),
  )
  const both = topic.mergeRules.flatMap((rule, index) =>
    placeNames(rule.add, 'mergeRules', index, 'add')
      .filter(({ id }) => rule.drop.includes(id))
      .map(({ id, path }) => ({ path, message: `The merge rule "${rule.id}" both drops and adds "${id}".` })),
  )
  const idle = topic.mergeRules.flatMap((rule, index) =>
    rule.drop.length + rule.add.length > 0 &&
    (rule.urgent || rule.hospital || rule.when.length + rule.facts.length + rule.added.length > 0)
      ? []
      : [
          {
            path: ['mergeRules', index],
            message: `The merge rule "${rule.id}" changes nothing, or waits for nothing.`,
          },
        ],
  )
  const neverShown = items
    .filter(({ item }) => item.shown === 'rule' && !added.has(item.id))
    .map(({ item, path }) => ({ path, message: `The item "${item.id}" waits for a merge rule, and none adds it.` }))
  return [...unknown, ...both, ...idle, ...neverShown]
}

function checkItemNames(topic: Pick<Topic, 'causes' | 'everyday' | 'teachBack' | 'preparation'>): Finding[] {
  const known = new Set(listItems(topic).map(({ item }) => item.id))
  const ofPreparation = topic.preparation.flatMap((line, index) =>
    placeNames(line.saidBy, 'preparation', index, 'saidBy')
      .filter(({ id }) => !known.has(id))
      .map(({ id, path }) => ({ path, message: `There is no item called "${id}" for the preparation "${line.id}".` })),
  )
  const ofQuestions = topic.teachBack.flatMap((question, index) =>
    placeNames(question.items, 'teachBack', index, 'items')
      .filter(({ id }) => !known.has(id))
      .map(({ id, path }) => ({ path, message: `There is no item called "${id}" for the question "${question.id}".` })),
  )
  return [...ofPreparation, ...ofQuestions]
}

function checkSays(topic: Pick<Topic, 'causes' | 'everyday'>): Finding[] {
  const items = listItems(topic)
  return items
    .filter(
      ({ item }) =>
        item.says !== undefined && items.every((other) => other.item === item || other.item.says !== item.says),
    )
    .map(({ item, path }) => ({
      path: [...path, 'says'],
      message: `"${item.id}" says "${item.says}", and no other item does.`,
    }))
}

/** A cause that does not say what comes next: what tests, how long, how results may go. */
function checkExpected({ causes }: Pick<Topic, 'causes'>): Finding[] {
  return causes.flatMap(({ id, items }, index) =>
    items.some(({ kind }) => kind === 'expect')
      ? []
      : [
          {
            path: ['causes', index],
            message: `The cause "${id}" has no item of kind "expect", which says what comes next.`,
          },
        ],
  )
}

function checkBands({ resultBands }: Pick<Topic, 'resultBands'>): Finding[] {
  const bounds = resultBands.map(({ upTo, under }) => upTo ?? under ?? Number.POSITIVE_INFINITY)
  return resultBands.flatMap(({ id, upTo, under }, index) => {
    const path: Path = ['resultBands', index]
    const last = index === resultBands.length - 1
    if (upTo !== undefined && under !== undefined)
      return [{ path, message: `The band "${id}" has both upTo and under.` }]
    if (last !== (bounds[index] === Number.POSITIVE_INFINITY))
      return [{ path, message: `Only the last band has no bound, and "${id}" breaks that.` }]
    if (index > 0 && (bounds[index] ?? 0) <= (bounds[index - 1] ?? 0))
      return [{ path, message: `The band "${id}" is not above the one before it.` }]
    return []
  })
}

function checkAnchor({ resultAnchor, resultLineEnd }: Pick<Topic, 'resultAnchor' | 'resultLineEnd'>): Finding[] {
  if (resultAnchor === undefined || (resultAnchor.times > 1 && resultAnchor.times <= resultLineEnd)) return []
  const message = `The anchor stands above the limit and on the line: between 1 and ${resultLineEnd} times.`
  return [{ path: ['resultAnchor', 'times'], message }]
}

function checkReview(
  topic: Pick<Topic, 'lastReviewDate' | 'nextReviewDate' | 'status' | 'reviewer'>,
  today: IsoDate | undefined,
): Finding[] {
  const { lastReviewDate, nextReviewDate, status, reviewer } = topic
  return [
    ...(nextReviewDate <= lastReviewDate
      ? [{ path: ['nextReviewDate'], message: 'The next review must come after the last one.' }]
      : []),
    ...(today !== undefined && nextReviewDate < today && status !== 'retired'
      ? [{ path: ['nextReviewDate'], message: `The review was due on ${nextReviewDate}.` }]
      : []),
    ...(status === 'active' && reviewer === ''
      ? [{ path: ['status'], message: 'A topic without a reviewer cannot be active.' }]
      : []),
  ]
}

const checks = [
  checkIds,
  checkSources,
  onPart(
    Topic.pick({
      causes: true,
      groups: true,
      preparation: true,
      teachBack: true,
      medicines: true,
      mergeRules: true,
    }).strip(),
    checkCauseNames,
  ),
  onPart(
    Topic.pick({ facts: true, introFacts: true, causes: true, everyday: true, medicines: true }).strip(),
    checkFacts,
  ),
  onPart(Topic.pick({ causes: true, everyday: true, mergeRules: true }).strip(), checkMergeRules),
  onPart(Topic.pick({ causes: true, everyday: true, mergeRules: true, safety: true }).strip(), checkMergeWaits),
  onPart(
    Topic.pick({ safety: true, causes: true, everyday: true, medicines: true, analytes: true }).strip(),
    checkSafetyRules,
  ),
  onPart(Topic.pick({ causes: true, everyday: true }).strip(), checkSays),
  onPart(Topic.pick({ causes: true, everyday: true, teachBack: true, preparation: true }).strip(), checkItemNames),
  onPart(Topic.pick({ causes: true }).strip(), checkExpected),
  onPart(Topic.pick({ causes: true, redFlags: true }).strip(), checkRedFlags),
  onPart(Topic.pick({ resultBands: true }).strip(), checkBands),
  onPart(Topic.pick({ resultAnchor: true, resultLineEnd: true }).strip(), checkAnchor),
  onPart(
    Topic.pick({ lastReviewDate: true, nextReviewDate: true, status: true, reviewer: true }).strip(),
    (topic, today: IsoDate | undefined) => checkReview(topic, today),
  ),
]

/**
 * Everything wrong with a topic that its schema cannot see: ids, names, facts, rules, review.
 * @param raw the file as read; what is not right in one part hides nothing in the others
 * @param today the day to judge the review by; without it, a late review is let through
 */
export function checkTopic(raw: unknown, today?: IsoDate): Finding[] {
  return checks.flatMap((check) => check(raw, today))
}
