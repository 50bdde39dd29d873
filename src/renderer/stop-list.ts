import type { SheetContent } from '../domain/check-selection.ts'
import type { AdviceItem, TopicWords } from '../domain/topic.ts'
import { listSlots } from '../domain/fill-slots.ts'
import type { Draft } from './draft.ts'

/** Whether an item is the one that names the medicines to stop. */
export function isStopListItem(item: AdviceItem, words: TopicWords): boolean {
  return item.kind === 'stop' && listSlots(words.items[item.id] ?? '').includes('medicines')
}

/** Which medicine fields count: those with a name, while a cause that asks for them is ticked. */
export function listStopFields(
  draft: Pick<Draft, 'ticked' | 'medicinesToStop'>,
  { entry, words }: Pick<SheetContent, 'entry' | 'words'>,
): number[] {
  const ticked = entry.topic.causes.filter(({ id }) => draft.ticked.includes(id))
  if (!ticked.some(({ items }) => items.some((item) => isStopListItem(item, words)))) return []
  return draft.medicinesToStop.flatMap((name, index) => (name.trim() === '' ? [] : [index]))
}
