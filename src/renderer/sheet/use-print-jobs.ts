import { isFinished, type PrintJob } from '../../ipc/printing.ts'
import type { Ask } from '../clinic-api.ts'
import { useAnswer } from '../use-answer.ts'

const pauseInMilliseconds = 1000
const noJobs: readonly PrintJob[] = []

/** The sheets on their way to paper. Asked for again each second while one is unfinished. */
export function usePrintJobs(ask: Ask) {
  const { data, refetch } = useAnswer(
    ask,
    'jobs.list',
    {},
    {
      askEvery: (jobs) => (jobs?.some(({ state }) => !isFinished(state)) === true ? pauseInMilliseconds : false),
    },
  )
  return { jobs: data ?? noJobs, refresh: refetch }
}
