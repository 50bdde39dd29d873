import { leaveOutLocked } from '../../domain/not-kept.ts'
import { isFinished, type PrintJob } from '../../ipc/printing.ts'

/**
 * The jobs a clinician is told of, newest first: each that is unfinished, failed, or left without being kept, whosever sheet
 * it is, and the newest of their own, however it ended. That an earlier patient's sheet is on paper is told no longer; nor
 * that the names were locked then, for it can be saved no more.
 * @param own those of what is before the clinician
 * @param hidden those that were read
 */
export function listJobs(
  jobs: readonly PrintJob[],
  own: readonly number[],
  hidden: readonly number[],
): readonly PrintJob[] {
  const newest = jobs.findLast(({ id }) => own.includes(id))?.id
  const needsLook = ({ id, state, notLogged }: PrintJob) =>
    state.kind === 'failed' ||
    !isFinished(state) ||
    (notLogged !== undefined && (own.includes(id) || leaveOutLocked(notLogged) !== null))
  return jobs.filter((job) => !hidden.includes(job.id) && (job.id === newest || needsLook(job))).toReversed()
}
