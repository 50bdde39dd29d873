import { drawOnChange } from '../ui/draw-on-change.tsx'
import { Fold } from '../ui/fold.tsx'
import { Tick } from '../ui/tick.tsx'
import { useWords } from '../words/use-words.ts'

type PdfOptionsFieldProps = { readonly withRecord: boolean; readonly onSwitch: (withRecord: boolean) => void }

function DrawPdfOptionsField({ withRecord, onSwitch }: PdfOptionsFieldProps) {
  const { t } = useWords()
  return (
    <Fold
      className="printer-options"
      title={
        <>
          {t('pdfOptions.title')} {withRecord && <span className="optional">{t('pdfOptions.withRecord')}</span>}
        </>
      }
    >
      <Tick label={t('pdfOptions.record')} note={t('pdfOptions.recordNote')} on={withRecord} onSwitch={onSwitch} />
    </Fold>
  )
}

/** What else a saved PDF can hold, folded away. */
export const PdfOptionsField = drawOnChange(DrawPdfOptionsField)
