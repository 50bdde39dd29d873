import { useState } from 'react'
import { historyDays } from '../../domain/history.ts'
import type { Ask } from '../clinic-api.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { KeptField } from '../ui/kept-field.tsx'
import type { useTelling } from '../use-telling.ts'
import { useWords } from '../words/use-words.ts'

type DaysFieldProps = {
  readonly ask: Ask
  /** for how many days names are kept now */
  readonly days: number
  readonly run: ReturnType<typeof useTelling>['run']
  /** @returns whether they are kept */
  readonly onSave: (days: number) => Promise<boolean>
}

/** What is asked first, and who waits for the answer. */
type Asked = { readonly days: number; readonly old: number; readonly onAnswer: (isSure: boolean) => void }

/** For how many days names are kept. Where fewer would remove some, it is asked first, with how many sheets that are. */
export function DaysField({ ask, days, run, onSave }: DaysFieldProps) {
  const { t } = useWords()
  const [asked, setAsked] = useState<Asked | null>(null)
  const judge = (typed: string) =>
    historyDays.safeParse(typed.trim() === '' ? null : Number(typed)).success ? undefined : t('records.daysWrong')
  const keep = async (typed: string): Promise<boolean> => {
    const fewer = Number(typed)
    let old = 0
    const isCounted = await run(async () => {
      old = fewer < days ? (await ask('history.count-old', { days: fewer })).old : 0
      return null
    })
    const isSure = () => new Promise<boolean>((onAnswer) => setAsked({ days: fewer, old, onAnswer }))
    return isCounted && (old === 0 || (await isSure())) && onSave(fewer)
  }
  const answer = (isSure: boolean) => {
    asked?.onAnswer(isSure)
    setAsked(null)
  }
  return (
    <>
      <KeptField
        label={t('records.days')}
        hint={t('records.daysHint')}
        value={String(days)}
        inputMode="numeric"
        judge={judge}
        onKeep={keep}
      />
      <ConfirmDialog
        title={asked === null ? '' : t('records.daysAsk', { count: asked.days })}
        why={asked === null ? '' : t('records.daysWhy', { count: asked.old })}
        keep={t('records.goBack')}
        go={asked === null ? '' : t('records.daysGo', { count: asked.old })}
        isOpen={asked !== null}
        onGo={() => answer(true)}
        onClose={() => answer(false)}
      />
    </>
  )
}
