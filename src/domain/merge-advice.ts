import type { Certainty } from './ids.ts'
import type { Selection } from './selection.ts'
import { listActingCauses } from './acting-causes.ts'
import type { Urgency } from './find-urgency.ts'
import { listKeptItems } from './kept-advice.ts'
import { orderCauses, type TickedCauses } from './order-causes.ts'
import type { AdviceItem, Cause, Medicine, MergeRule, Topic } from './topic.ts'

/**
 * What became of an item: printed (`on`), taken out or never put in (`off`), removed because it must not stand beside
 * another cause's advice (`dropped-by-rule`), or given already by an earlier item (`said-elsewhere`).
 */
export type ItemState = 'on' | 'off' | 'dropped-by-rule' | 'said-elsewhere'
export type MergedItem = {
  readonly item: AdviceItem
  readonly state: ItemState
  /** the merge rule that brought or removed the item, so that the window can say why */
  readonly rule: string | null
  /** what of the content keeps the item, which then cannot be taken out */
  readonly keptBy: string | null
  /** the item that says the same, where that is `said-elsewhere` */
  readonly saidBy: string | null
}
export type MergedCause = {
  readonly cause: Cause
  readonly certainty: Certainty
  readonly items: readonly MergedItem[]
  readonly medicines: readonly { readonly medicine: Medicine; readonly on: boolean }[]
}
/** One list of advice out of several causes, in the order on paper. */
export type MergedAdvice = {
  readonly causes: readonly MergedCause[]
  readonly everyday: readonly MergedItem[]
  /** causes that are not ticked and not explained, whose vital advice and red flags a ticked fact asks for */
  readonly acting: readonly Cause[]
}

type Told = Pick<Selection, 'causes' | 'added'> & {
  readonly facts?: readonly string[]
  /** why the patient must not wait for the next test; null or absent where that can wait */
  readonly urgency?: Urgency | null
}
type Choices = Told & Pick<Selection, 'dropped' | 'medicines'> & TickedCauses

/** The rules that hold for what is ticked and put in: all of a rule's causes, facts and items are. */
export function listActiveRules(topic: Topic, choices: Told): MergeRule[] {
  const { facts = [], added, urgency = null } = choices
  const ticked = new Set([...choices.causes, ...listActingCauses(topic, choices)].map(({ id }) => id))
  return topic.mergeRules.filter(
    (rule) =>
      rule.when.every((cause) => ticked.has(cause)) &&
      rule.facts.every((fact) => facts.includes(fact)) &&
      (urgency !== null || !rule.urgent) &&
      (urgency === 'hospital' || !rule.hospital) &&
      rule.added.every((item) => added.includes(item)),
  )
}

/** For each item that one of the rules names, the first rule that does. */
function listByItem(rules: readonly MergeRule[], named: 'drop' | 'add'): ReadonlyMap<string, MergeRule> {
  return new Map(rules.toReversed().flatMap((rule) => rule[named].map((item) => [item, rule] as const)))
}

/** What was chosen and what the rules ask, ready to be looked up for each of a few hundred items. */
type Orders = {
  readonly dropped: ReadonlySet<string>
  readonly added: ReadonlySet<string>
  readonly droppedBy: ReadonlyMap<string, MergeRule>
  readonly addedBy: ReadonlyMap<string, MergeRule>
  readonly keptBy: ReadonlyMap<string, string>
}

function decide(item: AdviceItem, orders: Orders): MergedItem | null {
  const keptBy = orders.keptBy.get(item.id) ?? null
  const droppedBy = orders.droppedBy.get(item.id)
  if (droppedBy) return { item, state: 'dropped-by-rule', rule: droppedBy.id, keptBy, saidBy: null }
  const addedBy = orders.addedBy.get(item.id)
  if (item.shown === 'rule' && !addedBy) return null
  const byDefault = item.shown === 'on' || addedBy !== undefined
  const on = byDefault ? keptBy !== null || !orders.dropped.has(item.id) : orders.added.has(item.id)
  return { item, state: on ? 'on' : 'off', rule: addedBy?.id ?? null, keptBy, saidBy: null }
}

/** Turns repeats of the same advice (`says`) into `said-elsewhere`, keeping the first; `said` grows as it reads. */
function sayOnce(items: readonly MergedItem[], said: Map<string, string>): MergedItem[] {
  return items.map((merged) => {
    const { says } = merged.item
    if (merged.state !== 'on' || says === undefined) return merged
    const saidBy = said.get(says)
    if (saidBy !== undefined) return { ...merged, state: 'said-elsewhere', saidBy }
    said.set(says, merged.item.id)
    return merged
  })
}

/** What of acting causes goes on the sheet. */
export function listVitalItems(acting: readonly Cause[]): AdviceItem[] {
  return acting.flatMap(({ items }) => items.filter(({ vital }) => vital))
}

/**
 * Merges the advice of all ticked causes: rules settle what must not stand together, the clinician's choices come next,
 * the same advice is given once. A rule outranks a choice: advice it removed cannot be put back, nor kept advice taken out.
 * Which of several says it follows the topic's order, which has the safest words first; the clinician's order moves causes
 * and changes no advice.
 */
export function mergeAdvice(topic: Topic, choices: Choices): MergedAdvice {
  const rules = listActiveRules(topic, choices)
  const orders: Orders = {
    dropped: new Set(choices.dropped),
    added: new Set(choices.added),
    droppedBy: listByItem(rules, 'drop'),
    addedBy: listByItem(rules, 'add'),
    keptBy: listKeptItems(topic, choices),
  }
  const said = new Map<string, string>()
  const merge = (items: readonly AdviceItem[]) =>
    sayOnce(
      items.flatMap((item) => decide(item, orders) ?? []),
      said,
    )
  const merged = topic.causes.flatMap((cause): MergedCause[] => {
    const ticked = choices.causes.find((choice) => choice.id === cause.id)
    if (!ticked) return []
    const medicines = topic.medicines
      .filter((medicine) => medicine.causes.includes(cause.id))
      .map((medicine) => ({ medicine, on: choices.medicines.includes(medicine.id) }))
    return [{ cause, certainty: ticked.certainty, items: merge(cause.items), medicines }]
  })
  const causes = orderCauses(topic, choices).flatMap(({ id }) => merged.find(({ cause }) => cause.id === id) ?? [])
  const acting = listActingCauses(topic, choices)
  return { causes, everyday: merge([...listVitalItems(acting), ...topic.everyday]), acting }
}
