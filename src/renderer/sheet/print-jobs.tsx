import { isFinished, type PrintJob } from '../../ipc/printing.ts'
import { PushButton } from '../ui/push-button.tsx'
import { useWords } from '../words/use-words.ts'
import { describeJob } from './describe-job.ts'

type PrintJobsProps = {
  readonly jobs: readonly PrintJob[]
  /** the job whose sheet is still in the window, unchanged */
  readonly shown: number | null
  /** failures that were read */
  readonly hidden: readonly number[]
  readonly onCancel: (job: number) => void
  readonly onHide: (job: number) => void
}

/** What becomes of the sheets that were printed: each that is unfinished or failed, and the newest. */
export function PrintJobs({ jobs, shown, hidden, onCancel, onHide }: PrintJobsProps) {
  const words = useWords()
  const { t } = words
  const newest = jobs.at(-1)?.id
  const listed = jobs.filter(
    ({ id, state }) => !hidden.includes(id) && (id === newest || state.kind === 'failed' || !isFinished(state)),
  )
  return (
    <ul className="print-jobs" aria-label={t('jobs.list')} aria-live="polite" hidden={listed.length === 0}>
      {listed.toReversed().map((job) => {
        const { tone, text } = describeJob(job, words)
        const isDone = isFinished(job.state)
        return (
          <li key={job.id} className={tone === 'stop' ? 'notice stop' : 'notice'}>
            <span>
              <strong>{t('jobs.sheet', { id: job.id })}</strong> {text}
              {tone === 'stop' && job.id === shown && ` ${t('issue.stillThere')}`}
            </span>
            <PushButton
              className="link small"
              name={isDone ? t('jobs.hideOf', { id: job.id }) : t('jobs.cancelOf', { id: job.id })}
              onPress={() => (isDone ? onHide(job.id) : onCancel(job.id))}
            >
              {isDone ? t('jobs.hide') : t('jobs.cancel')}
            </PushButton>
          </li>
        )
      })}
    </ul>
  )
}
