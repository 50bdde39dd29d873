import { useEffect } from 'react'
import type { Ask } from '../clinic-api.ts'
import { useAnswer } from '../use-answer.ts'
import { forgetLookedFor } from './history-page.ts'

/** Forgets whom was looked for in the history once the names lock, whatever view stands there. */
export function useForgetting(ask: Ask): void {
  // the sheet asks again whether they are open
  const state = useAnswer(ask, 'history.status', {}).data?.state
  useEffect(() => {
    if (state !== 'open') forgetLookedFor()
  }, [state])
}
