import { useEffect, useRef } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { historyDays } from '../../domain/history.ts'
import type { RecordSettings } from '../../domain/record-settings.ts'
import type { Ask } from '../clinic-api.ts'
import { KeptField } from '../ui/kept-field.tsx'
import { RemoveBefore } from '../ui/remove-before.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Tick } from '../ui/tick.tsx'
import { ToldLines } from '../ui/told-lines.tsx'
import { toAnswerKey, useAnswer } from '../use-answer.ts'
import { useTelling } from '../use-telling.ts'
import { useWords } from '../words/use-words.ts'
import { CopiesField } from './copies-field.tsx'

const minutesToChoose = Array.from({ length: 15 }, (_, index) => index + 1)

type RecordsFieldProps = {
  readonly ask: Ask
  /** whether the page is in sight */
  readonly isActive: boolean
  /** a new value brings the focus here */
  readonly wish: object | null
  /** a copy took the place of the records, settings and logo among them */
  readonly onRestored: () => Promise<void>
}

/** What the clinic keeps of the sheets it gives, for how long, and the copies of it. Each choice is kept at once. */
export function RecordsField({ ask, isActive, wish, onRestored }: RecordsFieldProps) {
  const { t, writeDay } = useWords()
  const answers = useQueryClient()
  const settings = useAnswer(ask, 'records.read-settings', {}).data
  const { told, run, clear } = useTelling()
  const copies = useTelling()
  const title = useRef<HTMLHeadingElement>(null)
  const isThere = settings !== undefined
  useEffect(() => {
    if (wish === null || !isThere) return
    title.current?.focus()
    title.current?.scrollIntoView()
  }, [wish, isThere])
  if (settings === undefined) return null
  const { backupFolder: _, ...chosen } = settings
  const keepSettings = (saved: RecordSettings) => answers.setQueryData(toAnswerKey('records.read-settings', {}), saved)
  /** What was told of the copies goes once something else is done. */
  const runAlone: typeof run = (work) => {
    copies.clear()
    return run(work)
  }
  const save = (changed: Partial<typeof chosen>) =>
    runAlone(async () => {
      keepSettings(await ask('records.save-settings', { ...chosen, ...changed }))
      return (said) => said.t('records.saved')
    })
  const purge = (before: string) =>
    runAlone(async () => {
      const { removed } = await ask('log.purge', { before })
      return (said) => said.t('records.purged', { count: removed })
    })
  const judgeDays = (typed: string) =>
    historyDays.safeParse(typed.trim() === '' ? null : Number(typed)).success ? undefined : t('records.daysWrong')
  return (
    <section className="logo-field" aria-labelledby="records-title">
      <h2 id="records-title" ref={title} tabIndex={-1}>
        {t('records.title')}
      </h2>
      <p className="field-hint">{t('records.encryptDisk')}</p>
      <Tick
        label={t('records.isLogKept')}
        note={t('records.isLogKeptNote')}
        on={settings.isLogKept}
        onSwitch={(isLogKept) => void save({ isLogKept })}
      />
      <KeptField
        label={t('records.staffAlias')}
        hint={t('records.staffAliasHint')}
        value={settings.staffAlias}
        onKeep={(staffAlias) => save({ staffAlias })}
      />
      <RemoveBefore
        label={t('records.purge')}
        hint={t('records.purgeHint')}
        askTitle={(day) => t('records.purgeAsk', { day: writeDay(day) })}
        onRemove={(before) => void purge(before)}
      />
      <h3>{t('records.names')}</h3>
      <KeptField
        label={t('records.days')}
        hint={t('records.daysHint')}
        value={String(settings.historyDays)}
        inputMode="numeric"
        judge={judgeDays}
        onKeep={(days) => save({ historyDays: Number(days) })}
      />
      <SelectField
        label={t('records.lock')}
        value={String(settings.lockMinutes)}
        options={minutesToChoose.map((count) => ({ value: String(count), label: t('records.lockOf', { count }) }))}
        onChoose={(minutes) => void save({ lockMinutes: Number(minutes) })}
      />
      <p className="field-hint">{t('records.lockHint')}</p>
      <ToldLines told={told} />
      <CopiesField
        ask={ask}
        isActive={isActive}
        isElsewhere={settings.backupFolder !== null}
        telling={copies}
        onBegin={clear}
        onFolder={keepSettings}
        onRestored={onRestored}
      />
    </section>
  )
}
