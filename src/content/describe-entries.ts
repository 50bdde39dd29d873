import type { Bound, SafetyCondition } from '../domain/safety-rules.ts'
import type { AdviceItem, Cause, RedFlag, ResultBand, Topic } from '../domain/topic.ts'
import type { Path } from './read-yaml.ts'

/** What a reviewer must know of an entry beside its words: its flags, and the ids of its sources. */
export type EntryNotes = { readonly flags: readonly string[]; readonly sources: readonly string[] }

type CauseBound = { readonly causes?: readonly string[] | undefined; readonly sources?: readonly string[] }

const kinds = { do: 'do', dont: "don't", ask: 'ask', stop: 'stop', expect: 'what to expect' } as const
const shown = { on: 'on', off: 'off until put in', rule: 'only by a merge rule' } as const

const sayCauses = ({ causes }: CauseBound) => (causes === undefined ? 'every sheet' : `with ${causes.join(', ')}`)

function describeItem(item: AdviceItem, owner: string): EntryNotes {
  const flags = [
    kinds[item.kind],
    owner,
    shown[item.shown],
    ...(item.firstAction === undefined ? [] : [`first action ${item.firstAction}`]),
    ...(item.vital ? ['on a short sheet too'] : []),
    ...(item.says === undefined ? [] : [`said once with others (${item.says})`]),
  ]
  return { flags, sources: item.sources }
}

function describeAnchor({ times, approvedBy, sources }: NonNullable<Topic['resultAnchor']>): [string, EntryNotes] {
  const state = approvedBy === '' ? 'never printed until a clinician approves it' : `approved by ${approvedBy}`
  return ['resultAnchor', { flags: [`at ${times} times the upper limit`, state], sources }]
}

const sayBound = ({ atLeast, above, upTo }: Bound) =>
  [
    ...(atLeast === undefined ? [] : [`${atLeast} or more`]),
    ...(above === undefined ? [] : [`above ${above}`]),
    ...(upTo === undefined ? [] : [`up to ${upTo}`]),
  ].join(' and ')

function sayCondition(condition: SafetyCondition): string {
  if ('fact' in condition) return condition.fact
  if ('symptom' in condition) return 'a symptom'
  if ('cause' in condition) return `cause ${condition.cause.join(' or ')}`
  if ('noCause' in condition) return `not cause ${condition.noCause}`
  if ('onlyCauses' in condition) return `no cause but ${condition.onlyCauses.join(', ')}`
  if ('resultTimes' in condition) return `a result, times its limit, ${sayBound(condition.resultTimes)}`
  if ('resultUnits' in condition) return `a result, in U/L, ${sayBound(condition.resultUnits)}`
  if ('resultRatio' in condition) return `${condition.resultRatio.join(' to ')} ${sayBound(condition.is)}`
  if ('raised' in condition) return 'a raised result, or none typed'
  if ('labTimes' in condition) return `${condition.labTimes}, times its limit, ${sayBound(condition.is)}`
  if ('labValue' in condition) return `${condition.labValue} ${sayBound(condition.is)}`
  if ('medicine' in condition) return `medicine ${condition.medicine.join(' or ')}`
  if ('stopsName' in condition) return `a name to stop that begins with ${condition.stopsName.join(', ')}`
  return 'interpreter or low literacy'
}

/** What a clinician signs of the safety rules beside their sentence: whether they stop, and when. */
function describeSafety({ rules, kept }: Topic['safety']): [string, EntryNotes][] {
  return [
    ...rules.map(({ id, level, when, sources }): [string, EntryNotes] => {
      const cases = when.map((all) => `if ${all.map(sayCondition).join(' + ')}`)
      return [`safetyRules.${id}`, { flags: [level === 'stop' ? 'stops the sheet' : 'warns', ...cases], sources }]
    }),
    ...kept.map(({ id, says, causes, facts, sources }): [string, EntryNotes] => [
      `safetyKept.${id}`,
      { flags: [`keeps ${says}`, `with ${[...causes, ...facts].join(' or ')}`], sources },
    ]),
  ]
}

/** What stands beside the name of a cause alone: its codes, and the wait for the next test that prints. */
function describeCause({ common, urgent, linkOnly, retestWeeks, codes, sources }: Cause): EntryNotes {
  const wait = retestWeeks === undefined ? 'no usual wait for the next test' : `next test after ${retestWeeks} weeks`
  const listed = codes.map(({ system, code }) => `${system} ${code}`)
  const flags = [
    common ? 'common cause' : 'further cause',
    ...(urgent ? ['to be seen the same day'] : []),
    ...(linkOnly ? ['only a link is known'] : []),
    wait,
  ]
  return { flags: [...flags, ...listed], sources }
}

function describeBand({ upTo, under, urgent }: ResultBand): EntryNotes {
  const [edge] = [
    ...(upTo === undefined ? [] : [`up to ${upTo} times the upper limit`]),
    ...(under === undefined ? [] : [`under ${under} times the upper limit`]),
    'all above',
  ]
  return {
    flags: [...(edge === undefined ? [] : [edge]), ...(urgent ? ['the sheet says to call first'] : [])],
    sources: [],
  }
}

/** Notes on every entry of a topic, by the section of its words and its id: "items.rest-well". */
function listNotes(topic: Topic): Map<string, EntryNotes> {
  const sayWhen = ({ id, always }: RedFlag) =>
    always
      ? 'every sheet'
      : sayCauses({ causes: topic.causes.flatMap((cause) => (cause.redFlags.includes(id) ? [cause.id] : [])) })
  return new Map([
    ...topic.causes.flatMap((cause): [string, EntryNotes][] => [
      [`causes.${cause.id}`, { flags: [], sources: cause.sources }],
      [`causes.${cause.id}.name`, describeCause(cause)],
      ...cause.items.map((item): [string, EntryNotes] => [`items.${item.id}`, describeItem(item, cause.id)]),
    ]),
    ...topic.everyday.map((item): [string, EntryNotes] => [`items.${item.id}`, describeItem(item, 'every day')]),
    ...topic.redFlags.map((flag): [string, EntryNotes] => [
      `redFlags.${flag.id}`,
      {
        flags: [flag.urgency === 'emergency' ? 'go to hospital now' : 'be seen today', sayWhen(flag)],
        sources: flag.sources,
      },
    ]),
    ...topic.preparation.map((line): [string, EntryNotes] => [
      `preparation.${line.id}`,
      { flags: [sayCauses(line)], sources: line.sources },
    ]),
    ...topic.medicines.map(({ id, causes, region, sources }): [string, EntryNotes] => [
      `medicines.${id}`,
      { flags: ['off until ticked', sayCauses({ causes }), region], sources },
    ]),
    ...topic.mergeRules.map(({ id, when, facts, added, drop, add, sources }): [string, EntryNotes] => [
      `mergeRules.${id}`,
      {
        flags: [
          `when ${[...when, ...facts, ...added.map((item) => `${item} put in`)].join(' + ')}`,
          `drops ${drop.join(', ') || 'nothing'}`,
          `adds ${add.join(', ') || 'nothing'}`,
        ],
        sources,
      },
    ]),
    ...describeSafety(topic.safety),
    ...topic.resultBands.map((band): [string, EntryNotes] => [`resultBands.${band.id}`, describeBand(band)]),
    ...(topic.resultAnchor ? [describeAnchor(topic.resultAnchor)] : []),
    ...topic.teachBack.map((question): [string, EntryNotes] => [
      `teachBack.${question.id}`,
      {
        flags: [
          sayCauses(question),
          ...(question.needs ? [`needs ${question.needs}`] : []),
          ...(question.items ? [`where ${question.items.join(' or ')} prints`] : []),
        ],
        sources: [],
      },
    ]),
  ])
}

/** Finds the notes on the entry whose words stand at a place: those on the very words before those on all its words. */
export function makeNoteFinder(topic: Topic): (path: Path) => EntryNotes {
  const notes = listNotes(topic)
  const find = (path: Path) => notes.get(path.join('.'))
  return (path) => find(path.slice(0, 3)) ?? find(path.slice(0, 2)) ?? { flags: [], sources: [] }
}
