import { useEffect, useState } from 'react'
import type { Ask } from '../clinic-api.ts'
import { PrintJobs } from '../sheet/print-jobs.tsx'
import { usePrintJobs } from '../sheet/use-print-jobs.ts'
import { ToldLines } from '../ui/told-lines.tsx'
import { useTelling } from '../use-telling.ts'

type ReprintJobsProps = {
  readonly ask: Ask
  readonly jobs: readonly number[]
  /** another of them was handed over, and may be in the log */
  readonly onTaken?: () => void
}

/** What becomes of the sheets that were printed once more from here. */
export function ReprintJobs({ ask, jobs, onTaken }: ReprintJobsProps) {
  const [hidden, setHidden] = useState<readonly number[]>([])
  const { told, run } = useTelling()
  const all = usePrintJobs(ask)
  const ours = all.jobs.filter(({ id }) => jobs.includes(id))
  const taken = ours.filter(({ state: { kind } }) => kind !== 'waiting' && kind !== 'sending').length
  useEffect(() => {
    if (taken > 0) onTaken?.()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- told once for each
  }, [taken])
  const cancel = async (job: number) => {
    await run(async () => (await ask('jobs.cancel', { job }), null))
    await all.refresh()
  }
  return (
    <>
      <PrintJobs
        jobs={ours}
        own={jobs}
        shown={null}
        hidden={hidden}
        onCancel={(job) => void cancel(job)}
        onHide={(job) => setHidden([...hidden, job])}
      />
      <ToldLines told={told} />
    </>
  )
}
