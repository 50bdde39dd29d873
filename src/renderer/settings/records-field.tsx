import { useEffect, useRef } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { IsoDate } from '../../domain/calendar.ts'
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
import { DaysField } from './days-field.tsx'

const minutesToChoose = Array.from({ length: 15 }, (_, index) => index + 1)

type RecordsFieldProps = {
  readonly ask: Ask
  readonly today: IsoDate
  /** whether the page is in sight */
  readonly isActive: boolean
  /** a new value brings the focus here */
  readonly wish: object | null
  /** a copy took the place of the records, settings and logo among them */
  readonly onRestored: () => Promise<void>
}

/** What the clinic keeps of the sheets it gives, for how long, and the copies of it. Each choice is kept at once. */
export function RecordsField({ ask, today, isActive, wish, onRestored }: RecordsFieldProps) {
  const { t, writeDay } = useWords()
  const answers = useQueryClient()
  const settings = useAnswer(ask, 'records.read-settings', {}).data
  // each is told beside what was done
  const [list, names, copies] = [useTelling(), useTelling(), useTelling()]
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
  /** What was told of one part goes once something is done in another. */
  const runIn = (part: typeof list): typeof list.run => {
    return (work) => {
      for (const other of [list, names, copies]) if (other !== part) other.clear()
      return part.run(work)
    }
  }
  const [runList, runNames] = [runIn(list), runIn(names)]
  const saveWith = (run: typeof list.run) => (changed: Partial<typeof chosen>) =>
    run(async () => {
      keepSettings(await ask('records.save-settings', { ...chosen, ...changed }))
      return (said) => said.t('records.saved')
    })
  const [saveList, saveNames] = [saveWith(runList), saveWith(runNames)]
  const askPurge = async (before: IsoDate) => {
    let sheets = 0
    await runList(async () => {
      sheets = (await ask('log.count-before', { before })).sheets
      return sheets === 0 ? (said) => said.t('records.noneBefore', { day: said.writeDay(before) }) : null
    })
    if (sheets === 0) return null
    return { title: t('records.purgeAsk', { count: sheets, day: writeDay(before) }), why: t('records.purgeWhy') }
  }
  const purge = (before: IsoDate) =>
    runList(async () => {
      const { removed } = await ask('log.purge', { before })
      return (said) => said.t('records.purged', { count: removed })
    })
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
        onSwitch={(isLogKept) => void saveList({ isLogKept })}
      />
      <KeptField
        label={t('records.staffAlias')}
        hint={t('records.staffAliasHint')}
        value={settings.staffAlias}
        onKeep={(staffAlias) => saveList({ staffAlias })}
      />
      <RemoveBefore
        label={t('records.purge')}
        hint={t('records.purgeHint')}
        last={today}
        onAsk={askPurge}
        onRemove={(before) => void purge(before)}
      />
      <ToldLines told={list.told} />
      <h3>{t('records.names')}</h3>
      <DaysField
        ask={ask}
        days={settings.historyDays}
        run={runNames}
        onSave={(historyDays) => saveNames({ historyDays })}
      />
      <SelectField
        label={t('records.lock')}
        value={String(settings.lockMinutes)}
        options={minutesToChoose.map((count) => ({ value: String(count), label: t('records.lockOf', { count }) }))}
        onChoose={(minutes) => void saveNames({ lockMinutes: Number(minutes) })}
      />
      <p className="field-hint">{t('records.lockHint')}</p>
      <ToldLines told={names.told} />
      <CopiesField
        ask={ask}
        isActive={isActive}
        isElsewhere={settings.backupFolder !== null}
        telling={copies}
        onBegin={() => {
          list.clear()
          names.clear()
        }}
        onFolder={keepSettings}
        onRestored={onRestored}
      />
    </section>
  )
}
