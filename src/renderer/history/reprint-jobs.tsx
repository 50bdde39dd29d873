import { useState } from 'react'
import type { Ask } from '../clinic-api.ts'
import { PrintJobs } from '../sheet/print-jobs.tsx'
import { usePrintJobs } from '../sheet/use-print-jobs.ts'
import { ToldLines } from '../ui/told-lines.tsx'
import { useTelling } from '../use-telling.ts'

/** What becomes of the sheets that were printed once more from here. */
export function ReprintJobs({ ask, jobs }: { readonly ask: Ask; readonly jobs: readonly number[] }) {
  const [hidden, setHidden] = useState<readonly number[]>([])
  const { told, run } = useTelling()
  const all = usePrintJobs(ask)
  const ours = all.jobs.filter(({ id }) => jobs.includes(id))
  const cancel = async (job: number) => {
    await run(async () => (await ask('jobs.cancel', { job }), null))
    await all.refresh()
  }
  return (
    <>
      <PrintJobs
        jobs={ours}
        shown={null}
        hidden={hidden}
        onCancel={(job) => void cancel(job)}
        onHide={(job) => setHidden([...hidden, job])}
      />
      <ToldLines told={told} />
    </>
  )
}
