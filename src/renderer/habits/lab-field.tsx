import type { Ask } from '../clinic-api.ts'
import { KeptField } from '../ui/kept-field.tsx'
import { NoticeLines } from '../ui/notice-lines.tsx'
import { PushButton } from '../ui/push-button.tsx'
import { useWords } from '../words/use-words.ts'
import { useHabits } from './use-habits.ts'

/** The lab whose upper limits are remembered from sheet to sheet. */
export function LabField({ ask }: { readonly ask: Ask }) {
  const { t } = useWords()
  const { habits, notice, keep } = useHabits(ask)
  return (
    <section className="logo-field" aria-labelledby="lab-title">
      <h2 id="lab-title">{t('lab.title')}</h2>
      <KeptField
        label={t('lab.name')}
        hint={t('lab.nameHint')}
        value={habits.labName}
        onKeep={(labName) => keep({ labName }, t('records.saved'))}
      />
      {habits.labLimits.length > 0 && (
        <div className="records-buttons">
          <PushButton onPress={() => void keep({ labLimits: [] }, t('lab.forgotten'))}>{t('lab.forget')}</PushButton>
        </div>
      )}
      <NoticeLines notice={notice} />
    </section>
  )
}
