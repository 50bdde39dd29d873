import { useCallback, useEffect, useState } from 'react'
import { isFinished, type PrintJob } from '../../ipc/printing.ts'
import type { Ask } from '../clinic-api.ts'

const pauseInMilliseconds = 1000

/** The sheets on their way to paper. Asked for again each second while one is unfinished. */
export function usePrintJobs(ask: Ask) {
  const [jobs, setJobs] = useState<readonly PrintJob[]>([])
  // rises with each answer, so that the next question follows
  const [asked, setAsked] = useState(0)
  const refresh = useCallback(async () => {
    const found = await ask('jobs.list', {}).catch(() => null)
    if (found !== null) setJobs(found)
    setAsked((count) => count + 1)
  }, [ask])
  const isUnfinished = asked === 0 || jobs.some(({ state }) => !isFinished(state))
  useEffect(() => {
    if (!isUnfinished) return undefined
    const timer = setTimeout(() => void refresh(), asked === 0 ? 0 : pauseInMilliseconds)
    return () => clearTimeout(timer)
  }, [refresh, asked, isUnfinished])
  return { jobs, refresh }
}
