import { leaveOutLocked } from '../../domain/not-kept.ts'
import { isFinished, type PrintJob } from '../../ipc/printing.ts'
import { PushButton } from '../ui/push-button.tsx'
import { useWords } from '../words/use-words.ts'
import { describeJob } from './describe-job.ts'
import { listJobs } from './list-jobs.ts'

type PrintJobsProps = {
  readonly jobs: readonly PrintJob[]
  /** those of what is before the clinician; others are said to be of another sheet */
  readonly own: readonly number[]
  /** the job whose sheet is still in the window, unchanged */
  readonly shown: number | null
  /** failures that were read */
  readonly hidden: readonly number[]
  readonly onCancel: (job: number) => void
  readonly onHide: (job: number) => void
}

const noticeOf = { plain: 'notice', care: 'notice care', stop: 'notice stop' } as const

/** What becomes of the sheets that were printed: each that needs a look, and the newest of what is before the clinician. */
export function PrintJobs({ jobs, own, shown, hidden, onCancel, onHide }: PrintJobsProps) {
  const words = useWords()
  const { t } = words
  const listed = listJobs(jobs, own, hidden)
  return (
    <ul className="print-jobs" aria-label={t('jobs.list')} aria-live="polite" hidden={listed.length === 0}>
      {listed.map((job) => {
        const { id } = job
        const { tone, text } = describeJob(job, words)
        const isDone = isFinished(job.state)
        const isOwn = own.includes(id)
        // of an earlier patient's sheet, what can be done no more would be done to the wrong one
        const notKept = isOwn || job.notLogged === undefined ? job.notLogged : leaveOutLocked(job.notLogged)
        const look = noticeOf[tone === 'plain' && notKept ? 'care' : tone]
        const name = isOwn ? t('jobs.sheet', { id }) : t('jobs.other', { id, time: words.writeTime(new Date(job.at)) })
        return (
          <li key={id} className={isOwn ? look : `${look} other`}>
            <span>
              <strong>{name}</strong> {text}
              {tone === 'stop' && id === shown && ` ${t('issue.stillThere')}`}
              {notKept && <span className="not-kept">{words.write(notKept)}</span>}
            </span>
            <PushButton
              className="link small"
              name={isDone ? t('jobs.hideOf', { id }) : t('jobs.cancelOf', { id })}
              onPress={() => (isDone ? onHide(id) : onCancel(id))}
            >
              {isDone ? t('jobs.hide') : t('jobs.cancel')}
            </PushButton>
          </li>
        )
      })}
    </ul>
  )
}
