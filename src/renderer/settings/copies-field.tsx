import { useEffect, useEffectEvent } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { AppError } from '../../domain/app-error.ts'
import { tell } from '../../domain/message.ts'
import type { RecordSettings } from '../../domain/record-settings.ts'
import type { RecordsStatus } from '../../ipc/records.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import { useHealed } from '../frame/use-healed.ts'
import { PushButton } from '../ui/push-button.tsx'
import { ToldLines } from '../ui/told-lines.tsx'
import { toAnswerKey, useAnswer } from '../use-answer.ts'
import type { useTelling } from '../use-telling.ts'
import { joinSentences } from '../words/join-sentences.ts'
import { useWords } from '../words/use-words.ts'
import type { Words } from '../words/words.ts'
import { RestoreField, type Copy } from './restore-field.tsx'

type CopiesFieldProps = {
  readonly ask: Ask
  /** whether the page is in sight */
  readonly isActive: boolean
  /** whether the copies go to a folder that was chosen */
  readonly isElsewhere: boolean
  /** what came of the last thing done with the copies */
  readonly telling: ReturnType<typeof useTelling>
  /** something is done with them: what was told of others goes */
  readonly onBegin: () => void
  readonly onFolder: (settings: RecordSettings) => void
  readonly onRestored: () => Promise<void>
}

/** The copies of the records: where they go, how they stand, what is wrong, and the way back from them. */
export function CopiesField(props: CopiesFieldProps) {
  const { ask, isActive, isElsewhere, telling, onBegin, onFolder, onRestored } = props
  const { t, write, writeDay, writeProblems } = useWords()
  const answers = useQueryClient()
  const { data: status, error, refetch } = useAnswer(ask, 'records.status', {}, { isFresh: true })
  const { told, clear } = telling
  const run: typeof telling.run = (work) => {
    onBegin()
    return telling.run(work)
  }
  const healed = useHealed(ask)
  const keepStatus = (now: RecordsStatus) => answers.setQueryData(toAnswerKey('records.status', {}), now)
  // A stick was perhaps pulled out, or plugged in, while another view stood there.
  const look = useEffectEvent(() => void refetch())
  const forget = useEffectEvent(() => {
    clear()
    onBegin()
  })
  useEffect(() => {
    if (isActive) look()
    else forget()
  }, [isActive])
  /** What keeps copies from being made is told wherever the clinician is. */
  const askTrouble = () => void answers.invalidateQueries({ queryKey: toAnswerKey('records.copy-trouble', {}) })
  const copy = () =>
    run(async () => {
      try {
        keepStatus(await ask('records.back-up', {}))
        return (said: Words) => said.t('records.copied')
      } finally {
        askTrouble()
      }
    })
  const moveTo = async (channel: 'records.choose-folder' | 'records.use-own-folder') => {
    const before = status?.folder
    let folder = before
    await run(async () => {
      onFolder(await ask(channel, {}))
      const now = await ask('records.status', {})
      folder = now.folder
      keepStatus(now)
      askTrouble()
      return folder === before ? null : (said) => said.t('records.saved')
    })
    // A stick may be pulled out at once: it has its copy.
    if (channel === 'records.choose-folder' && folder !== before) await copy()
  }
  const exportAll = () =>
    run(async () => {
      const { path } = await ask('records.export', {})
      keepStatus(await ask('records.status', {})) // what was damaged shows when all is read
      return path === null ? null : (said) => said.t('records.exported', { path })
    })
  /** Looks for the copies anew. @returns whether this one is still among them; what to do when it is not is told */
  const lookFor = ({ file, folder }: Copy) =>
    run(async () => {
      const { data: now } = await refetch()
      if (now?.backups.some((each) => each.file === file && each.folder === folder)) return null
      throw new AppError('not-available', tell('backup-gone', { folder }))
    })
  const restore = async ({ file, folder }: Copy) => {
    const isDone = await run(async () => {
      const now = await ask('records.restore', { file, folder })
      await onRestored()
      keepStatus(now)
      return (said) => said.t('records.restored')
    })
    if (!isDone) await refetch() // it may be gone, or what is wrong is told now
  }
  const newest = status?.backups.find(({ from, folder }) => from === 'here' && folder === status.folder)
  return (
    <>
      <h3>{t('records.copies')}</h3>
      <p className="field-hint">
        {status !== undefined &&
          joinSentences([
            t('records.folder', { folder: status.folder }),
            newest === undefined ? t('records.noCopy') : t('records.newest', { day: writeDay(newest.day) }),
            t('records.withoutNames'),
          ])}
      </p>
      {error !== null && <p className="stop-note">{writeProblems(toAppError(error).problems)}</p>}
      {status?.notices.map(write).map((sentence) => (
        <p key={sentence} className="care-note">
          {sentence}
        </p>
      ))}
      {healed.told.length > 0 && (
        <div>
          <PushButton className="button small" name={t('frame.hideHealed')} onPress={() => void healed.hide()}>
            {t('frame.hide')}
          </PushButton>
        </div>
      )}
      <div className="records-buttons">
        <PushButton onPress={() => void copy()}>{t('records.copyNow')}</PushButton>
        <PushButton onPress={() => void moveTo('records.choose-folder')}>{t('records.chooseFolder')}</PushButton>
        {isElsewhere && (
          <PushButton onPress={() => void moveTo('records.use-own-folder')}>{t('records.ownFolder')}</PushButton>
        )}
        <PushButton onPress={() => void exportAll()}>{t('records.export')}</PushButton>
      </div>
      <p className="field-hint">{t('records.exportHint')}</p>
      {status !== undefined && (
        <RestoreField status={status} onLook={lookFor} onRestore={(chosen) => void restore(chosen)} />
      )}
      <ToldLines told={told} />
    </>
  )
}
