import * as fc from 'fast-check'
import { listActiveRules } from '../../src/domain/merge-advice.ts'
import { listKeptItems } from '../../src/domain/kept-advice.ts'
import { addDays } from '../../src/domain/calendar.ts'
import { allItems, languages, topic } from './shipped-topic.ts'

/** What a clinician might send: not checked yet, and now and then with a slip. */
export type Attempt = {
  readonly raw: {
    readonly causes: readonly { readonly id: string; readonly certainty: string }[]
    readonly ordered: boolean
  } & Record<string, unknown>
  readonly today: string
  readonly hasClinic: boolean
  readonly firstActionsAtMost: number
  /** the slip of the pen it was given, which must be refused */
  readonly slip: Slip
}

/** How many random choices a property is tried on. */
export const sheetsToTry = 20_000

const slips = [
  'cause ticked twice',
  'cause of no topic',
  'advice of no cause',
  'advice a rule removed',
  'advice that must stay',
  'medicine of another cause',
  'stop list without a place',
  'date in the past',
  'result of no test',
] as const
type Slip = (typeof slips)[number] | 'none'

const days = ['2026-11-22', '2026-12-31', '2027-02-26', '2028-02-29']
const namesToStop = ['Amoxiclav', '布洛芬', 'Ibuprofeno 400 mg', "St John's wort", 'metotrexato', 'Tisane Nº 5']
const notes = [
  '',
  'Call us on Monday.\n\nBring the hepatitis card.',
  'Traiga su carné.',
  '请带上病历。',
  'x'.repeat(1200),
  Array.from({ length: 60 }, (_, line) => `Line ${line + 1}`).join('\n'),
]
/** Values and upper limits to the edges of what is taken, by unit. */
const extremes = {
  'U/L': { values: [0.01, 0.5, 40, 41, 79.9, 80, 199.9, 200, 4000, 100_000], limits: [5, 33.3, 40, 45, 80, 500] },
  'µkat/L': { values: [0.01, 0.6, 0.67, 1.3, 3.34, 12, 1700], limits: [0.08, 0.58, 0.67, 0.75, 8.4] },
} as const

const causeIds = topic.causes.map(({ id }) => id)
const certainties = ['confirmed', 'likely', 'checking'] as const

/** Which of a list is meant, whatever its length. */
const pick = <T>(list: readonly T[], die: number): T => list[die % list.length]!

const die = fc.nat({ max: 999 })
const dice = (maxLength: number) => fc.array(die, { maxLength })

const recipe = fc.record({
  causes: fc.oneof(
    { weight: 40, arbitrary: fc.shuffledSubarray(causeIds, { minLength: 1, maxLength: 4 }) },
    { weight: 4, arbitrary: fc.shuffledSubarray(causeIds) },
    { weight: 1, arbitrary: fc.constant(causeIds) },
  ),
  certainty: fc.oneof(dice(20), fc.constant([0])),
  ordered: fc.boolean(),
  switched: fc.oneof({ weight: 30, arbitrary: dice(10) }, { weight: 1, arbitrary: dice(120) }),
  medicines: dice(4),
  toStop: fc.subarray(namesToStop),
  results: fc.array(fc.record({ value: die, upperLimit: fc.option(die), previous: fc.option(die) }), { maxLength: 2 }),
  unit: fc.constantFrom('U/L', 'µkat/L'),
  facts: dice(3),
  labs: fc.array(fc.record({ lab: die, value: die, upperLimit: die }), { maxLength: 2 }),
  readingNeed: fc.constantFrom('none', 'interpreter', 'low-literacy'),
  secondLanguage: fc.option(fc.constantFrom(...languages)),
  size: fc.constantFrom('standard', 'clear', 'large'),
  paper: fc.constantFrom('A4', 'Letter'),
  retest: fc.oneof(
    fc.constant({ kind: 'usual' } as const),
    fc.constant({ kind: 'none' } as const),
    fc.integer({ min: 1, max: 52 }).map((weeks) => ({ kind: 'weeks', weeks }) as const),
    fc.integer({ min: 0, max: 730 }).map((wait) => ({ kind: 'date', wait }) as const),
  ),
  depth: fc.constantFrom('short', 'full', 'full'),
  language: fc.constantFrom(...languages),
  note: fc.constantFrom(...notes),
  patientName: fc.constantFrom('', 'Patient Name', '患者姓名'),
  audience: fc.constantFrom('patient', 'carer'),
  retestCard: fc.boolean(),
  today: fc.constantFrom(...days),
  hasClinic: fc.boolean(),
  firstActionsAtMost: fc.integer({ min: 0, max: 3 }),
  slip: fc.oneof(
    { weight: 24, arbitrary: fc.constant('none' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...slips) },
  ),
})
type Recipe = typeof recipe extends fc.Arbitrary<infer T> ? T : never

/** The advice to drop and to add when each thrown die switches one that may be switched. */
function switchAdvice(ticked: readonly string[], facts: readonly string[], switched: readonly number[]) {
  const rules = listActiveRules(topic, {
    causes: ticked.map((id) => ({ id, certainty: 'likely' })),
    facts,
    added: [],
  })
  const removed = new Set(rules.flatMap(({ drop }) => drop))
  const kept = listKeptItems(topic, { causes: ticked.map((id) => ({ id, certainty: 'likely' })), facts })
  const brought = new Set(rules.flatMap(({ add }) => add))
  const free = allItems
    .filter(({ item, cause }) => (cause === null || ticked.includes(cause)) && !removed.has(item.id))
    .map(({ item }) => ({
      id: item.id,
      isOn: item.shown === 'on' || brought.has(item.id),
      isOff: item.shown === 'off',
    }))
  const meant = new Set(switched.map((each) => pick(free, each)))
  return {
    dropped: [...meant].filter(({ id, isOn }) => isOn && !kept.has(id)).map(({ id }) => id),
    added: [...meant].filter(({ isOn, isOff }) => isOff && !isOn).map(({ id }) => id),
    removed: [...removed],
    kept: free.filter(({ id }) => kept.has(id)).map(({ id }) => id),
  }
}

/** The changes that make a slip of a good attempt; none where there is nothing to slip on. */
function slipOn(
  slip: Slip,
  good: Attempt['raw'],
  ticked: readonly string[],
  { removed, kept }: Readonly<Record<'removed' | 'kept', readonly string[]>>,
  today: string,
): object | null {
  const other = topic.medicines.find(({ causes }) => !causes.some((id) => ticked.includes(id)))
  switch (slip) {
    case 'none':
      return null
    case 'cause ticked twice':
      return good.causes.length === 0 ? null : { causes: [...good.causes, good.causes[0]] }
    case 'cause of no topic':
      return { causes: [...good.causes, { id: 'bad-luck', certainty: 'likely' }] }
    case 'advice of no cause':
      return { dropped: ['wear-a-hat'] }
    case 'advice a rule removed':
      return removed[0] === undefined ? null : { added: [removed[0]] }
    case 'advice that must stay':
      return kept[0] === undefined ? null : { dropped: [kept[0]] }
    case 'medicine of another cause':
      return other ? { medicines: [other.id] } : null
    case 'stop list without a place':
      return ticked.includes('drug-injury')
        ? { dropped: ['stop-listed'], medicinesToStop: ['Example'] }
        : { medicinesToStop: ['Example'] }
    case 'date in the past':
      return { retest: { kind: 'date', date: addDays(today, -1) } }
    case 'result of no test':
      return { results: [{ analyte: 'GGT', value: 50, upperLimit: 40, unit: 'U/L' }] }
  }
}

function toResult(
  { value, upperLimit, previous }: Recipe['results'][number],
  analyte: string,
  unit: keyof typeof extremes,
): object {
  const { values, limits } = extremes[unit]
  return {
    analyte,
    unit,
    value: pick(values, value),
    ...(upperLimit === null ? {} : { upperLimit: pick(limits, upperLimit) }),
    ...(previous === null ? {} : { previous: pick(values, previous) }),
  }
}

/** Further blood tests, each once; the limit where the topic asks for one. */
function toLabs(labs: Recipe['labs']): object[] {
  const chosen = labs.map(({ lab, value, upperLimit }) => {
    const { id, limit } = pick(topic.safety.labs, lab)
    const found = { id, value: pick([0.9, 1.2, 1.5, 2, 5.1, 900], value) }
    return [id, limit ? { ...found, upperLimit: pick([1, 1.2, 120], upperLimit) } : found] as const
  })
  return [...new Map(chosen).values()]
}

function toAttempt({ slip, hasClinic, firstActionsAtMost, today, ...chosen }: Recipe): Attempt {
  const { causes: ticked, depth, language, note, patientName, retest, unit } = chosen
  const facts = [...new Set(chosen.facts.map((each) => pick(topic.safety.facts, each).id))]
  const { dropped, added, removed, kept } = switchAdvice(ticked, facts, chosen.switched)
  const medicines = topic.medicines.filter(({ causes }) => causes.some((id) => ticked.includes(id)))
  const good = {
    topic: topic.id,
    language,
    depth,
    note,
    patientName,
    dropped,
    added,
    causes: ticked.map((id, index) => ({
      id,
      certainty: pick(certainties, chosen.certainty[index] ?? chosen.certainty[0] ?? 1),
    })),
    medicines: medicines.length === 0 ? [] : [...new Set(chosen.medicines.map((each) => pick(medicines, each).id))],
    medicinesToStop: ticked.includes('drug-injury') && !dropped.includes('stop-listed') ? chosen.toStop : [],
    results: chosen.results.map((result, index) => toResult(result, pick(['ALT', 'AST'], index), unit)),
    facts,
    labs: toLabs(chosen.labs),
    readingNeed: chosen.readingNeed,
    ...(chosen.secondLanguage === null || chosen.secondLanguage === language
      ? {}
      : { secondLanguage: chosen.secondLanguage }),
    size: chosen.size,
    paper: chosen.paper,
    ordered: chosen.ordered,
    audience: chosen.audience,
    retestCard: chosen.retestCard,
    retest: retest.kind === 'date' ? { kind: 'date', date: addDays(today, retest.wait) } : retest,
  }
  const change = slipOn(slip, good, ticked, { removed, kept }, today)
  return { raw: { ...good, ...change }, today, hasClinic, firstActionsAtMost, slip: change === null ? 'none' : slip }
}

/** Attempts of every kind, mostly of 1 to 4 causes and mostly without a slip. */
export const anyAttempt: fc.Arbitrary<Attempt> = recipe.map(toAttempt)

/** The seed of this run: from the environment, or a new one each time. */
export function readSeed(asked = process.env['PROPERTY_SEED']): number {
  const seed = asked === undefined || asked === '' ? Date.now() % 2 ** 31 : Number(asked)
  if (!Number.isInteger(seed)) throw new Error(`PROPERTY_SEED must be a whole number, and "${asked}" is not.`)
  return seed
}
