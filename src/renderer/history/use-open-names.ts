import { useEffect } from 'react'
import type { Ask } from '../clinic-api.ts'
import { useAnswer } from '../use-answer.ts'
import { forgetLookedFor } from './history-page.ts'

/**
 * After how many minutes without a touch the names lock, and the window is cleared with them; null while they are not open.
 * Whom was looked for is forgotten with them, whatever view stands there.
 */
export function useOpenNames(ask: Ask): number | null {
  const status = useAnswer(ask, 'history.status', {}).data
  const isOpen = status?.state === 'open'
  const minutes = useAnswer(ask, 'records.read-settings', {}, { isAsked: isOpen }).data?.lockMinutes
  useEffect(() => {
    if (!isOpen) forgetLookedFor()
  }, [isOpen])
  return isOpen ? (minutes ?? status.lockMinutes) : null
}
