import type { Words } from './words/words.ts'
import { listSlots, showText, type Slots } from '../domain/fill-slots.ts'

/** An item's sentence for the screen, and the slots that still lack a value: without one the item does not print. */
export type DescribedItem = { readonly text: string; readonly missing: readonly string[] }

/** Fills the sentence of an item; a slot without a value is shown as an ellipsis. */
export function describeItem(sentence: string, slots: Slots): DescribedItem {
  return { text: showText(sentence, slots), missing: listSlots(sentence).filter((name) => !slots[name]) }
}

/** What to do so that an item prints, by the slot it lacks. */
export function explainMissing(slot: string, { t }: Words): string {
  switch (slot) {
    case 'phone':
      return t('tailor.needsPhone')
    case 'retestDate':
      return t('tailor.needsRetest')
    case 'medicines':
      return t('tailor.needsMedicines')
    default:
      return t('tailor.needsDetails')
  }
}

/** The sentence of a stop item up to the names, such as "Stop taking now:", to stand before their fields. */
export function readStopLabel(sentence: string): string {
  return (sentence.split('{medicines}')[0] ?? '').replaceAll('**', '').trim()
}
