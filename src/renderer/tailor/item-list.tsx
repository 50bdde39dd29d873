import type { MergedItem } from '../../domain/merge-advice.ts'
import type { TopicWords } from '../../domain/topic.ts'
import type { Slots } from '../../domain/fill-slots.ts'
import { describeItem, explainMissing } from '../describe-item.ts'
import { drawOnChange } from '../ui/draw-on-change.tsx'
import { Tick } from '../ui/tick.tsx'
import { useWords } from '../words/use-words.ts'
import type { Words } from '../words/words.ts'

type ItemListProps = {
  readonly items: readonly MergedItem[]
  readonly words: TopicWords
  readonly slots: Slots
  readonly onSwitch: (item: string, on: boolean) => void
}

function DrawItemList({ items, words, slots, onSwitch }: ItemListProps) {
  const said = useWords()
  const whyOf = ({ rule }: MergedItem) => (rule === null ? null : (words.mergeRules[rule] ?? null))
  // A reason that stands beneath one item is not said again in full beneath the next.
  const isAgain = (merged: MergedItem) =>
    merged.state === 'dropped-by-rule' &&
    items.slice(0, items.indexOf(merged)).some((each) => each.state === merged.state && whyOf(each) === whyOf(merged))
  return (
    <div className="items">
      {items.map((merged) => {
        const { item, state, keptBy } = merged
        const { text, missing } = describeItem(words.items[item.id] ?? '', slots)
        return (
          <Tick
            key={item.id}
            label={text}
            on={state === 'on'}
            disabled={state === 'dropped-by-rule' || state === 'said-elsewhere' || keptBy !== null}
            note={
              (isAgain(merged) ? said.t('tailor.leftOutToo') : explainState(merged, words, slots, said)) ??
              (state === 'on' && missing[0] !== undefined ? explainMissing(missing[0], said) : null)
            }
            onSwitch={(on) => onSwitch(item.id, on)}
          />
        )
      })}
    </div>
  )
}

function explainState(
  { state, rule, keptBy, saidBy }: MergedItem,
  words: TopicWords,
  slots: Slots,
  { t }: Words,
): string | null {
  const why = rule === null ? null : (words.mergeRules[rule] ?? null)
  switch (state) {
    case 'on':
    case 'off':
      return keptBy === null ? why : (words.safetyKept[keptBy] ?? t('tailor.mustStay'))
    case 'dropped-by-rule':
      return t('tailor.leftOut', { why: why ?? t('tailor.contradicts') })
    case 'said-elsewhere':
      return t('tailor.saidAbove', { advice: describeItem(words.items[saidBy ?? ''] ?? '', slots).text })
  }
}

/** The items of a card as ticks; what a merge rule did stands beneath, and such an item cannot be put back; nor can one that is kept be taken out. */
export const ItemList = drawOnChange(DrawItemList)
