import type { Topic } from '../domain/topic.ts'
import type { IsoDate } from '../domain/calendar.ts'
import type { Finding, Path } from './read-yaml.ts'
import { checkFacts } from './check-facts.ts'
import { checkRedFlags } from './check-red-flags.ts'
import { checkSafetyRules } from './check-safety-rules.ts'

/** An id, and where it stands. */
type Placed = { readonly id: string; readonly path: Path }

const place = (entries: readonly { readonly id: string }[], ...path: Path): Placed[] =>
  entries.map(({ id }, index) => ({ id, path: [...path, index] }))

/** Ids named by a list at a place: each with its own line. */
const placeNames = (names: readonly string[] | undefined, ...path: Path): Placed[] =>
  (names ?? []).map((id, index) => ({ id, path: [...path, index] }))

function findRepeats(kind: string, placed: readonly Placed[]): Finding[] {
  return placed
    .filter(({ id }, index) => placed.findIndex((each) => each.id === id) !== index)
    .map(({ id, path }) => ({ path, message: `The ${kind} id "${id}" is used twice.` }))
}

/** All items of a topic with their places, causes first. */
function listItems(topic: Topic) {
  const everyday = topic.everyday.map((item, index) => ({ item, path: ['everyday', index] as Path }))
  const ofCauses = topic.causes.flatMap((cause, outer) =>
    cause.items.map((item, index) => ({ item, path: ['causes', outer, 'items', index] as Path })),
  )
  return [...ofCauses, ...everyday]
}

function checkIds(topic: Topic): Finding[] {
  return [
    ...findRepeats('cause', place(topic.causes, 'causes')),
    // A clinician takes both out by their id, so that one id is one line.
    ...findRepeats('item', [
      ...listItems(topic).map(({ item, path }) => ({ id: item.id, path })),
      ...place(topic.preparation, 'preparation'),
    ]),
    ...findRepeats('red flag', place(topic.redFlags, 'redFlags')),
    ...findRepeats('medicine', place(topic.medicines, 'medicines')),
    ...findRepeats('merge rule', place(topic.mergeRules, 'mergeRules')),
    ...findRepeats('question', place(topic.teachBack, 'teachBack')),
    ...findRepeats('result band', place(topic.resultBands, 'resultBands')),
    ...findRepeats('result', place(topic.analytes, 'analytes')),
    ...findRepeats('group', placeNames(topic.groups, 'groups')),
  ]
}

function checkSources(topic: Topic): Finding[] {
  const lists = (['redFlags', 'preparation', 'medicines', 'mergeRules', 'analytes', 'causes'] as const).flatMap(
    (section) => topic[section].flatMap((entry, index) => placeNames(entry.sources, section, index, 'sources')),
  )
  const named = [
    ...lists,
    ...topic.analytes.flatMap(({ cautiousLimit }, index) =>
      placeNames(cautiousLimit.sources, 'analytes', index, 'cautiousLimit', 'sources'),
    ),
    ...placeNames(topic.resultAnchor?.sources, 'resultAnchor', 'sources'),
    ...listItems(topic).flatMap(({ item, path }) => placeNames(item.sources, ...path, 'sources')),
    ...(['rules', 'kept'] as const).flatMap((list) =>
      topic.safety[list].flatMap(({ sources }, index) => placeNames(sources, 'safety', list, index, 'sources')),
    ),
  ]
  const used = new Set(named.map(({ id }) => id))
  return [
    ...named
      .filter(({ id }) => !Object.hasOwn(topic.sources, id))
      .map(({ id, path }) => ({ path, message: `There is no source called "${id}".` })),
    ...Object.keys(topic.sources)
      .filter((id) => !used.has(id))
      .map((id) => ({ path: ['sources', id], message: `The source "${id}" is used by nothing.` })),
  ]
}

function checkCauseNames(topic: Topic): Finding[] {
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

function checkMergeRules(topic: Topic): Finding[] {
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
    rule.drop.length + rule.add.length > 0 && rule.when.length + rule.facts.length > 0
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

function checkSays(topic: Topic): Finding[] {
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

function checkBands({ resultBands }: Topic): Finding[] {
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

function checkAnchor({ resultAnchor, resultLineEnd }: Topic): Finding[] {
  if (resultAnchor === undefined || (resultAnchor.times > 1 && resultAnchor.times <= resultLineEnd)) return []
  const message = `The anchor stands above the limit and on the line: between 1 and ${resultLineEnd} times.`
  return [{ path: ['resultAnchor', 'times'], message }]
}

function checkReview(topic: Topic, today: IsoDate | undefined): Finding[] {
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

/**
 * Everything wrong with a topic that its schema cannot see: ids, names, facts, rules, review.
 * @param today the day to judge the review by; without it, a late review is let through
 */
export function checkTopic(topic: Topic, today?: IsoDate): Finding[] {
  return [
    ...checkIds(topic),
    ...checkSources(topic),
    ...checkCauseNames(topic),
    ...checkFacts(topic),
    ...checkMergeRules(topic),
    ...checkSafetyRules(topic),
    ...checkSays(topic),
    ...checkRedFlags(topic),
    ...checkBands(topic),
    ...checkAnchor(topic),
    ...checkReview(topic, today),
  ]
}
