import { useState } from 'react'
import type { RecordSettings } from '../../domain/record-settings.ts'
import type { RecordsStatus } from '../../ipc/records.ts'
import { useQueryClient } from '@tanstack/react-query'
import { toAppError, type Ask } from '../clinic-api.ts'
import type { Notice } from '../sheet/use-issue.ts'
import { NoticeLines } from '../ui/notice-lines.tsx'
import { PushButton } from '../ui/push-button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Tick } from '../ui/tick.tsx'
import { toAnswerKey, useAnswer } from '../use-answer.ts'
import { useWords } from '../words/use-words.ts'

const minutesToChoose = [1, 2, 5, 10, 15] as const
const daysToChoose = [7, 30, 90, 180, 365] as const

/** What the clinic keeps of the sheets it gives, for how long, and the copies of it. Each choice is kept at once. */
export function RecordsField({ ask }: { readonly ask: Ask }) {
  const { t, write, writeProblem } = useWords()
  const answers = useQueryClient()
  const settings = useAnswer(ask, 'records.read-settings', {}).data
  const status = useAnswer(ask, 'records.status', {}, { isFresh: true }).data
  const [notice, setNotice] = useState<Notice | null>(null)
  const [typedAlias, setTypedAlias] = useState<string | null>(null)
  const run = async (done: string, work: () => Promise<string | null>) => {
    try {
      const said = await work()
      setNotice(said === null ? null : { tone: 'plain', text: said === '' ? done : said })
    } catch (thrown) {
      setNotice({ tone: 'stop', text: toAppError(thrown).problems.map(writeProblem).join(' ') })
    }
  }
  const keepSettings = (saved: RecordSettings) => answers.setQueryData(toAnswerKey('records.read-settings', {}), saved)
  const keepStatus = (now: RecordsStatus) => answers.setQueryData(toAnswerKey('records.status', {}), now)
  if (settings === undefined) return null
  const { backupFolder: _, ...chosen } = settings
  const save = (changed: Partial<typeof chosen>) =>
    void run(
      t('records.kept'),
      async () => (keepSettings(await ask('records.save-settings', { ...chosen, ...changed })), ''),
    )
  const choices = (list: readonly number[], now: number, say: (count: number) => string) =>
    [...new Set([...list, now])].toSorted((a, b) => a - b).map((each) => ({ value: String(each), label: say(each) }))
  const newest = status?.backups[0]
  return (
    <section className="logo-field" aria-labelledby="records-title">
      <h2 id="records-title">{t('records.title')}</h2>
      <Tick
        label={t('records.isLogKept')}
        note={t('records.isLogKeptNote')}
        on={settings.isLogKept}
        onSwitch={(isLogKept) => save({ isLogKept })}
      />
      <div className="records-alias">
        <TextField
          label={t('records.staffAlias')}
          hint={t('records.staffAliasHint')}
          value={typedAlias ?? settings.staffAlias}
          onType={setTypedAlias}
        />
        <PushButton
          isDisabled={typedAlias === null || typedAlias === settings.staffAlias}
          onPress={() => save({ staffAlias: typedAlias ?? '' })}
        >
          {t('records.keep')}
        </PushButton>
      </div>
      <div className="side-by-side">
        <SelectField
          label={t('records.days')}
          value={String(settings.historyDays)}
          options={choices(daysToChoose, settings.historyDays, (count) => t('records.daysOf', { count }))}
          onChoose={(days) => save({ historyDays: Number(days) })}
        />
        <SelectField
          label={t('records.lock')}
          value={String(settings.lockMinutes)}
          options={choices(minutesToChoose, settings.lockMinutes, (count) => t('records.lockOf', { count }))}
          onChoose={(minutes) => save({ lockMinutes: Number(minutes) })}
        />
      </div>
      <h3>{t('records.copies')}</h3>
      <p className="field-hint">
        {newest === undefined ? t('records.noCopy') : t('records.newest', { day: newest.day })}{' '}
        {status !== undefined && t('records.folder', { folder: status.folder })}
      </p>
      {status?.notices.map((each) => (
        <p key={each.id} className="care-note">
          {write(each)}
        </p>
      ))}
      <div className="records-buttons">
        <PushButton
          onPress={() => void run(t('records.copied'), async () => (keepStatus(await ask('records.back-up', {})), ''))}
        >
          {t('records.copyNow')}
        </PushButton>
        <PushButton
          onPress={() =>
            void run(t('records.kept'), async () => {
              keepSettings(await ask('records.choose-folder', {}))
              keepStatus(await ask('records.status', {}))
              return ''
            })
          }
        >
          {t('records.chooseFolder')}
        </PushButton>
        <PushButton
          onPress={() =>
            void run('', async () => {
              const { path } = await ask('records.export', {})
              return path === null ? null : t('issue.saved', { path })
            })
          }
        >
          {t('records.export')}
        </PushButton>
      </div>
      <NoticeLines notice={notice} />
    </section>
  )
}
