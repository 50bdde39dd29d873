import { useQueryClient } from '@tanstack/react-query'
import type { RecordSettings } from '../../domain/record-settings.ts'
import type { RecordsStatus } from '../../ipc/records.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import { PushButton } from '../ui/push-button.tsx'
import { ToldLines } from '../ui/told-lines.tsx'
import { toAnswerKey, useAnswer } from '../use-answer.ts'
import { useTelling } from '../use-telling.ts'
import { useWords } from '../words/use-words.ts'
import { RestoreField } from './restore-field.tsx'

type CopiesFieldProps = {
  readonly ask: Ask
  /** whether the copies go to a folder that was chosen */
  readonly isElsewhere: boolean
  readonly onFolder: (settings: RecordSettings) => void
  readonly onRestored: () => Promise<void>
}

/** The copies of the records: where they go, how they stand, what is wrong, and the way back from them. */
export function CopiesField({ ask, isElsewhere, onFolder, onRestored }: CopiesFieldProps) {
  const { t, write, writeProblems } = useWords()
  const answers = useQueryClient()
  const { data: status, error } = useAnswer(ask, 'records.status', {}, { isFresh: true })
  const { told, run } = useTelling()
  const keepStatus = (now: RecordsStatus) => answers.setQueryData(toAnswerKey('records.status', {}), now)
  /** What keeps copies from being made is told wherever the clinician is. */
  const askTrouble = () => void answers.invalidateQueries({ queryKey: toAnswerKey('records.copy-trouble', {}) })
  const copy = () =>
    run(async () => {
      try {
        keepStatus(await ask('records.back-up', {}))
        return t('records.copied')
      } finally {
        askTrouble()
      }
    })
  const moveTo = (channel: 'records.choose-folder' | 'records.use-own-folder') =>
    run(async () => {
      const before = status?.folder
      onFolder(await ask(channel, {}))
      const now = await ask('records.status', {})
      keepStatus(now)
      askTrouble()
      return now.folder === before ? null : t('records.saved')
    })
  const exportAll = () =>
    run(async () => {
      const { path } = await ask('records.export', {})
      keepStatus(await ask('records.status', {})) // what was damaged shows when all is read
      return path === null ? null : t('records.exported', { path })
    })
  const restore = (file: string) =>
    run(async () => {
      const now = await ask('records.restore', { file })
      await onRestored()
      keepStatus(now)
      return t('records.restored')
    })
  const newest = status?.backups.find(({ from }) => from === 'here')
  return (
    <>
      <h3>{t('records.copies')}</h3>
      <p className="field-hint">
        {newest === undefined ? t('records.noCopy') : t('records.newest', { day: newest.day })}{' '}
        {status !== undefined && t('records.folder', { folder: status.folder })}
      </p>
      {error !== null && <p className="stop-note">{writeProblems(toAppError(error).problems)}</p>}
      {status?.notices.map(write).map((sentence) => (
        <p key={sentence} className="care-note">
          {sentence}
        </p>
      ))}
      <div className="records-buttons">
        <PushButton onPress={() => void copy()}>{t('records.copyNow')}</PushButton>
        <PushButton onPress={() => void moveTo('records.choose-folder')}>{t('records.chooseFolder')}</PushButton>
        {isElsewhere && (
          <PushButton onPress={() => void moveTo('records.use-own-folder')}>{t('records.ownFolder')}</PushButton>
        )}
        <PushButton onPress={() => void exportAll()}>{t('records.export')}</PushButton>
      </div>
      {status !== undefined && status.backups.length > 0 && (
        <RestoreField backups={status.backups} onRestore={(file) => void restore(file)} />
      )}
      <ToldLines told={told} />
    </>
  )
}
