import { useId, useState } from 'react'
import { Button } from 'react-aria-components'
import { drawOnChange } from '../ui/draw-on-change.tsx'
import { TickBox } from '../ui/tick.tsx'
import { useWords } from '../words/use-words.ts'

type MedicineRowProps = {
  readonly name: string
  /** evidence and cautions, for the clinician; never printed */
  readonly note: string
  readonly on: boolean
  readonly onSwitch: (on: boolean) => void
}

function DrawMedicineRow({ name, note, on, onSwitch }: MedicineRowProps) {
  const { t } = useWords()
  const noteId = useId()
  const [isOpen, setIsOpen] = useState(false)
  const isNoteShown = on || isOpen
  return (
    <div className="tick medicine">
      <TickBox on={on} describedBy={isNoteShown ? noteId : undefined} onSwitch={onSwitch}>
        {name}
      </TickBox>
      {!on && (
        <Button
          className="link small"
          aria-expanded={isOpen}
          aria-label={
            isOpen ? t('medicines.hideOf', { medicine: name }) : t('medicines.evidenceOf', { medicine: name })
          }
          onPress={() => setIsOpen(!isOpen)}
        >
          {isOpen ? t('medicines.hide') : t('medicines.evidence')}
        </Button>
      )}
      {isNoteShown && (
        <p id={noteId} className="care-note">
          <strong>{t('medicines.forYou')}</strong> {note}
        </p>
      )}
    </div>
  )
}

/** One medicine. Its note can be opened before the tick, and always stands there once it is ticked. */
export const MedicineRow = drawOnChange(DrawMedicineRow)
