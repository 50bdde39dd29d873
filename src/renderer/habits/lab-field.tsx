import { useState } from 'react'
import type { Ask } from '../clinic-api.ts'
import { NoticeLines } from '../ui/notice-lines.tsx'
import { PushButton } from '../ui/push-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useWords } from '../words/use-words.ts'
import { useHabits } from './use-habits.ts'

/** The lab whose upper limits are remembered from sheet to sheet. */
export function LabField({ ask }: { readonly ask: Ask }) {
  const { t } = useWords()
  const { habits, notice, keep } = useHabits(ask)
  const [typed, setTyped] = useState<string | null>(null)
  const name = typed ?? habits.labName
  return (
    <section className="logo-field" aria-labelledby="lab-title">
      <h2 id="lab-title">{t('lab.title')}</h2>
      <div className="records-alias">
        <TextField label={t('lab.name')} hint={t('lab.nameHint')} value={name} onType={setTyped} />
        <PushButton
          isDisabled={name.trim() === habits.labName}
          onPress={() => {
            setTyped(null)
            keep({ labName: name }, t('lab.kept'))
          }}
        >
          {t('records.keep')}
        </PushButton>
      </div>
      {habits.labLimits.length > 0 && (
        <div className="records-buttons">
          <PushButton onPress={() => keep({ labLimits: [] }, t('lab.forgotten'))}>{t('lab.forget')}</PushButton>
        </div>
      )}
      <NoticeLines notice={notice} />
    </section>
  )
}
