import type { AdviceItem, RedFlag, Topic } from '../domain/topic.ts'
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
    ...(item.says === undefined ? [] : [`said once with others (${item.says})`]),
  ]
  return { flags, sources: item.sources }
}

function describeAnchor({ times, approvedBy, sources }: NonNullable<Topic['resultAnchor']>): [string, EntryNotes] {
  const state = approvedBy === '' ? 'never printed until a clinician approves it' : `approved by ${approvedBy}`
  return ['resultAnchor', { flags: [`at ${times} times the upper limit`, state], sources }]
}

/** Notes on every entry of a topic, by the section of its words and its id: "items.rest-well". */
function listNotes(topic: Topic): Map<string, EntryNotes> {
  const sayWhen = ({ id, always }: RedFlag) =>
    always
      ? 'every sheet'
      : sayCauses({ causes: topic.causes.flatMap((cause) => (cause.redFlags.includes(id) ? [cause.id] : [])) })
  return new Map([
    ...topic.causes.flatMap(({ id, items, sources, common }): [string, EntryNotes][] => [
      [`causes.${id}`, { flags: [common ? 'common cause' : 'further cause'], sources }],
      ...items.map((item): [string, EntryNotes] => [`items.${item.id}`, describeItem(item, id)]),
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
          `when ${[...when, ...facts.map((fact) => `"${fact}" of the patient`), ...added.map((item) => `${item} put in`)].join(' + ')}`,
          `drops ${drop.join(', ') || 'nothing'}`,
          `adds ${add.join(', ') || 'nothing'}`,
        ],
        sources,
      },
    ]),
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

/** Finds the notes on the entry whose words stand at a place. */
export function makeNoteFinder(topic: Topic): (path: Path) => EntryNotes {
  const notes = listNotes(topic)
  return (path) => notes.get(path.slice(0, 2).join('.')) ?? { flags: [], sources: [] }
}
