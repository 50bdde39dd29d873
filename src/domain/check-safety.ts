import type { LabFinding } from './patient-facts.ts'
import type { Bound, SafetyCondition, SafetyRule } from './safety-rules.ts'
import type { Selection } from './selection.ts'
import type { Topic, TopicWords } from './topic.ts'
import { hasLimit, toUnits, type LabResult } from './lab-result.ts'
import { areAllInRange } from './describe-results.ts'
import { say } from './fill-slots.ts'
import { foldName } from './fold-name.ts'
import { weighResult } from './weigh-result.ts'

/** A rule that holds for what was chosen; `medicines` are the names to stop, as typed, that it looked for and found. */
export type SafetyFinding = Pick<SafetyRule, 'id' | 'level' | 'act'> & { readonly medicines: readonly string[] }

/** 2.01 / 0.67 is 3, though a computer makes it a little less: what differs less than this is equal. */
const rounding = 1e-9

function isWithin(value: number | undefined, { atLeast, above, upTo }: Bound): boolean {
  if (value === undefined) return false
  return (
    (atLeast === undefined || value >= atLeast - rounding) &&
    (above === undefined || value > above + rounding) &&
    (upTo === undefined || value <= upTo + rounding)
  )
}

function countTimes(topic: Topic, result: LabResult): number {
  const { value, upperLimit } = weighResult(topic, result)
  return value / upperLimit
}

function findHighest<Result>(results: readonly Result[], measure: (result: Result) => number): number | undefined {
  return results.length === 0 ? undefined : Math.max(...results.map(measure))
}

function divideResults(results: readonly LabResult[], [first, second]: readonly [string, string]): number | undefined {
  const [over, under] = [first, second].map((analyte) => results.find((result) => result.analyte === analyte))
  return over && under ? toUnits(over) / toUnits(under) : undefined
}

function findLab(labs: readonly LabFinding[], wanted: string): LabFinding | undefined {
  return labs.find(({ id }) => id === wanted)
}

function countLabTimes(lab: LabFinding | undefined): number | undefined {
  return lab?.upperLimit === undefined ? undefined : lab.value / lab.upperLimit
}

/** Chinese has no spaces between words, so a name may stand anywhere in what was typed. */
const hasSpaces = (text: string) => !/\p{Script=Han}/u.test(text)

/** Words of a typed name, folded. */
const splitName = (name: string) => foldName(name).split(/[^\p{L}\p{N}]+/u)

/** What a safety rule looks for among the names to stop. */
type NameSearch = Extract<SafetyCondition, { readonly stopsName: readonly string[] }>

/** Beginnings of words by how they are looked for. */
type Beginnings = {
  readonly whole: ReadonlySet<string>
  readonly start: readonly string[]
  /** Chinese, which has no spaces between words: anywhere */
  readonly inside: readonly string[]
}

function sortBeginnings(beginnings: readonly string[]): Beginnings {
  const isWhole = (each: string) => each.endsWith('.')
  const others = beginnings.filter((each) => !isWhole(each))
  return {
    whole: new Set(beginnings.filter(isWhole).map((each) => each.slice(0, -1))),
    start: others.filter(hasSpaces),
    inside: others.filter((each) => !hasSpaces(each)),
  }
}

const sortedSearches = new WeakMap<NameSearch, { readonly looked: Beginnings; readonly unless: Beginnings }>()

/** What a rule looks for, sorted once: there are hundreds of names, and every sheet is looked through. */
function sortSearch(search: NameSearch) {
  const known = sortedSearches.get(search)
  if (known) return known
  const sorted = { looked: sortBeginnings(search.stopsName), unless: sortBeginnings(search.unless) }
  sortedSearches.set(search, sorted)
  return sorted
}

function hasAny(words: readonly string[], { whole, start, inside }: Beginnings): boolean {
  return words.some(
    (word) =>
      whole.has(word) ||
      start.some((beginning) => word.startsWith(beginning)) ||
      inside.some((part) => word.includes(part)),
  )
}

/** The names to stop that have one of the beginnings, which are written folded, and none of those that make it another thing. */
function listStopped({ medicinesToStop }: Selection, search: NameSearch): string[] {
  if (medicinesToStop.length === 0) return []
  const { looked, unless } = sortSearch(search)
  return medicinesToStop.filter((name) => {
    const words = splitName(name)
    return hasAny(words, looked) && !hasAny(words, unless)
  })
}

/** The names to stop, as typed, that a safety rule looks for: the prescriber settles those, so the sheet never says "stop" of them. */
export function listNamesToAskAbout({ safety }: Topic, selection: Selection): string[] {
  const searches = safety.rules.flatMap(({ when }) => when.flat().filter((each) => 'stopsName' in each))
  return [...new Set(searches.flatMap((search) => listStopped(selection, search)))]
}

/** Whether a condition holds. What the clinician did not tell does not hold. */
function holds(condition: SafetyCondition, topic: Topic, selection: Selection): boolean {
  const { results, labs, facts } = selection
  const isTicked = (id: string) => selection.causes.some((cause) => cause.id === id)
  if ('fact' in condition) return facts.includes(condition.fact)
  if ('symptom' in condition) return topic.safety.symptoms.some((id) => facts.includes(id))
  if ('cause' in condition) return condition.cause.some(isTicked)
  if ('noCause' in condition) return !isTicked(condition.noCause)
  if ('onlyCauses' in condition)
    return selection.causes.length > 0 && selection.causes.every(({ id }) => condition.onlyCauses.includes(id))
  if ('resultTimes' in condition)
    return isWithin(
      findHighest(results, (result) => countTimes(topic, result)),
      condition.resultTimes,
    )
  if ('resultUnits' in condition) return isWithin(findHighest(results, toUnits), condition.resultUnits)
  if ('resultRatio' in condition) return isWithin(divideResults(results, condition.resultRatio), condition.is)
  if ('raised' in condition) return !areAllInRange(results)
  if ('labTimes' in condition) return isWithin(countLabTimes(findLab(labs, condition.labTimes)), condition.is)
  if ('labValue' in condition) return isWithin(findLab(labs, condition.labValue)?.value, condition.is)
  if ('medicine' in condition) return condition.medicine.some((id) => selection.medicines.includes(id))
  if ('stopsName' in condition) return listStopped(selection, condition).length > 0
  if ('stopsNothing' in condition) return selection.medicinesToStop.length === 0
  if ('limitUnits' in condition)
    return isWithin(
      findHighest(results.filter(hasLimit), ({ upperLimit, unit }) => toUnits({ value: upperLimit, unit })),
      condition.limitUnits,
    )
  if ('bareUnits' in condition) {
    const bare = results.filter((result) => !hasLimit(result)).map(toUnits)
    return isWithin(bare.length === 0 ? undefined : Math.min(...bare), condition.bareUnits)
  }
  return condition.readingNeed && selection.readingNeed !== 'none'
}

/**
 * The rules that say a sheet alone is not enough for this patient, stops first, each in the content's order. They advise the
 * clinician: none names a cause, and none weighs one against another. Sources stand with each rule in the content.
 */
export function checkSafety(topic: Topic, selection: Selection): SafetyFinding[] {
  const found = topic.safety.rules.filter(({ when }) =>
    when.some((all) => all.every((condition) => holds(condition, topic, selection))),
  )
  const findings = found.map(({ id, level, act, when }) => ({
    id,
    level,
    act,
    medicines: when.flat().flatMap((each) => ('stopsName' in each ? listStopped(selection, each) : [])),
  }))
  return findings.toSorted((a, b) => Number(b.level === 'stop') - Number(a.level === 'stop'))
}

/** What a finding tells the clinician, in the language of `words`. */
export function describeFinding({ id, medicines }: SafetyFinding, { safetyRules, language }: TopicWords): string {
  return say(safetyRules[id] ?? id, { medicines: new Intl.ListFormat(language).format(medicines) })
}
