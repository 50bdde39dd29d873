import { isFinished, type PrintJob } from '../../ipc/printing.ts'
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
  const newest = jobs.at(-1)?.id
  const listed = jobs.filter(
    ({ id, state }) => !hidden.includes(id) && (id === newest || state.kind === 'failed' || !isFinished(state)),
  )
  return (
    <ul className="print-jobs" aria-label="Sheets being printed" aria-live="polite" hidden={listed.length === 0}>
      {listed.toReversed().map((job) => {
        const { tone, text } = describeJob(job)
        const isDone = isFinished(job.state)
        return (
          <li key={job.id} className={tone === 'stop' ? 'notice stop' : 'notice'}>
            <span>
              <strong>Sheet {job.id}.</strong> {text}
              {tone === 'stop' && job.id === shown && ' The sheet is still on the screen.'}
            </span>
            <button
              type="button"
              className="link small"
              aria-label={`${isDone ? 'Hide' : 'Cancel'} sheet ${job.id}`}
              onClick={() => (isDone ? onHide(job.id) : onCancel(job.id))}
            >
              {isDone ? 'Hide' : 'Cancel'}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
