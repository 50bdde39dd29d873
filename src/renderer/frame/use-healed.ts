import { useQueryClient } from '@tanstack/react-query'
import type { Ask } from '../clinic-api.ts'
import { toAnswerKey, useAnswer } from '../use-answer.ts'
import { useWords } from '../words/use-words.ts'

/** Milliseconds until it is asked again whether anything was lost or damaged. */
const betweenLooks = 30_000

/** What was done to records that were lost or damaged, a sentence each; empty once it was put away, as `hide` does. */
export function useHealed(ask: Ask): { readonly told: readonly string[]; readonly hide: () => Promise<void> } {
  const { write } = useWords()
  const answers = useQueryClient()
  const { data } = useAnswer(ask, 'records.healed', {}, { askEvery: () => betweenLooks, askOnFocus: true })
  const hide = async () => {
    await ask('records.hide-healed', {})
    answers.setQueryData(toAnswerKey('records.healed', {}), { told: [] })
    await answers.invalidateQueries({ queryKey: toAnswerKey('records.status', {}) })
  }
  return { told: data?.told.map(write) ?? [], hide }
}
