import { useDeferredValue } from 'react'
import type { MergedCause } from '../../domain/merge-advice.ts'
import type { TopicWords } from '../../domain/topic.ts'
import { useWords } from '../words/use-words.ts'
import { MedicineRow } from './medicine-row.tsx'

type MedicineListProps = {
  readonly medicines: MergedCause['medicines']
  readonly words: TopicWords
  readonly onSwitch: (medicine: string, on: boolean) => void
}

/** The medicines of a cause, off until ticked, each with what only the clinician should read. */
export function MedicineList({ medicines, words, onSwitch }: MedicineListProps) {
  const { t } = useWords()
  // They stand last in their card and are off: a tick shows its advice in the next frame, and these one later.
  const isNext = useDeferredValue(true, false)
  if (medicines.length === 0 || !isNext) return null
  return (
    <div className="medicines" role="group" aria-label={t('medicines.group')}>
      <h4>{t('medicines.title')}</h4>
      {medicines.map(({ medicine, on }) => {
        const said = words.medicines[medicine.id]
        return (
          <MedicineRow
            key={medicine.id}
            name={said?.name ?? medicine.id}
            note={`${said?.evidence ?? ''} ${said?.cautions ?? ''}`}
            on={on}
            onSwitch={(isOn) => onSwitch(medicine.id, isOn)}
          />
        )
      })}
    </div>
  )
}
