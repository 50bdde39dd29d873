import { useState } from 'react'
import { Button, CheckboxField, Text } from 'react-aria-components'
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
  const [isOpen, setIsOpen] = useState(false)
  return (
    <CheckboxField className="tick medicine" isSelected={on} onChange={onSwitch}>
      <TickBox>{name}</TickBox>
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
      {(on || isOpen) && (
        <Text slot="description" elementType="p" className="care-note">
          <strong>{t('medicines.forYou')}</strong> {note}
        </Text>
      )}
    </CheckboxField>
  )
}

/** One medicine. Its note can be opened before the tick, and always stands there once it is ticked. */
export const MedicineRow = drawOnChange(DrawMedicineRow)
