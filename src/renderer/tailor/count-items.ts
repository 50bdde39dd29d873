import type { MergedAdvice, MergedItem } from '../../domain/merge-advice.ts'

/** How many items are on, of those the clinician decides about: advice a rule removed or said already is not counted. */
export type ItemCount = { readonly on: number; readonly of: number }

/** Counts the items of a card. */
export function countItems(items: readonly MergedItem[]): ItemCount {
  const on = items.filter(({ state }) => state === 'on').length
  return { on, of: on + items.filter(({ state }) => state === 'off').length }
}

/** Counts the items of all cards. */
export function countAllItems({ causes, everyday }: MergedAdvice): ItemCount {
  return countItems([...causes.flatMap((cause) => cause.items), ...everyday])
}
