import { useDeferredValue } from 'react'
import type { MergedCause } from '../../domain/merge-advice.ts'
import type { TopicWords } from '../../domain/topic.ts'
import type { Certainty } from '../../domain/ids.ts'
import type { Problem } from '../../domain/app-error.ts'
import type { Slots } from '../../domain/fill-slots.ts'
import type { DraftChange } from '../draft.ts'
import { readStopLabel } from '../describe-item.ts'
import { isStopListItem } from '../stop-list.ts'
import { drawOnChange } from '../ui/draw-on-change.tsx'
import { SelectField, type Option } from '../ui/select-field.tsx'
import { Fold } from '../ui/fold.tsx'
import { useWords } from '../words/use-words.ts'
import { AdviceCard } from './advice-card.tsx'
import { countItems } from './count-items.ts'
import { ItemList } from './item-list.tsx'
import { MedicineList } from './medicine-list.tsx'
import { MoveButtons } from './move-buttons.tsx'
import { StopList } from './stop-list.tsx'

type CauseCardProps = {
  readonly merged: MergedCause
  /** where it stands among the ticked causes, from 1 */
  readonly place: number
  readonly count: number
  readonly words: TopicWords
  readonly slots: Slots
  readonly medicinesToStop: readonly string[]
  readonly problems: readonly Problem[]
  readonly change: (change: DraftChange) => void
}

function DrawCauseCard(props: CauseCardProps) {
  const { merged, place, count, words, slots, medicinesToStop, problems, change } = props
  const { t } = useWords()
  const { cause, certainty, items, medicines } = merged
  // The advice comes in the frame of the key, and what can be done with it at once after.
  const isWhole = useDeferredValue(true, false)
  const name = words.causes[cause.id]?.name ?? cause.id
  const plan = words.causes[cause.id]?.plan ?? []
  const stopItem = items.find(({ item }) => isStopListItem(item, words))
  const certainties: readonly Option<Certainty>[] = [
    { value: 'confirmed', label: t('tailor.confirmed') },
    { value: 'likely', label: t('tailor.likely') },
    { value: 'checking', label: t('tailor.checking') },
  ]
  const ticks = items.filter((each) => each !== stopItem)
  return (
    <AdviceCard
      title={name}
      cause={cause.id}
      count={countItems(ticks)}
      beside={
        isWhole && (
          <>
            <SelectField
              label={t('tailor.howSure', { cause: name })}
              hideLabel
              value={certainty}
              options={certainties}
              onChoose={(chosen) => change({ kind: 'choose-certainty', cause: cause.id, certainty: chosen })}
            />
            {count > 1 && (
              <MoveButtons
                name={name}
                place={place}
                count={count}
                onMove={(step) => change({ kind: 'move-cause', cause: cause.id, step })}
              />
            )}
          </>
        )
      }
    >
      <Fold className="plan" title={t('tailor.plan')}>
        <ul>
          {plan.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Fold>
      {isWhole && stopItem && (
        <StopList
          label={readStopLabel(words.items[stopItem.item.id] ?? '')}
          names={medicinesToStop}
          problems={problems}
          onType={(index, typed) => change({ kind: 'type-medicine-to-stop', index, name: typed })}
          onRemove={(index) => change({ kind: 'remove-medicine-to-stop', index })}
        />
      )}
      <ItemList
        items={ticks}
        words={words}
        slots={slots}
        onSwitch={(item, on) => change({ kind: 'switch-item', item, on })}
      />
      {isWhole && (
        <MedicineList
          medicines={medicines}
          words={words}
          onSwitch={(medicine, on) => change({ kind: 'switch-medicine', medicine, on })}
        />
      )}
    </AdviceCard>
  )
}

/** A ticked cause: how sure, which advice, which medicines to name, and which to stop. */
export const CauseCard = drawOnChange(DrawCauseCard)
