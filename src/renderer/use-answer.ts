import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Channel } from '../ipc/channels.ts'
import type { Answer, Given } from '../ipc/contract.ts'
import type { Ask } from './clinic-api.ts'

/** Under which an answer is kept, for whoever wants to replace it or ask anew. */
export function toAnswerKey<C extends Channel>(channel: C, input: Given<C>) {
  return [channel, input] as const
}

type AnswerOptions<C extends Channel> = {
  /** gives the answer to the question before, as `isPlaceholderData`, until this one is answered */
  readonly keepsLast?: boolean
  /** asks anew whenever it comes into sight, and keeps no answer once it is gone */
  readonly isFresh?: boolean
  /** false while there is nothing to ask yet */
  readonly isAsked?: boolean
  /** asks again whenever the window comes to the front */
  readonly askOnFocus?: boolean
  /** milliseconds until it is asked again, by what was answered last; false for never */
  readonly askEvery?: (answer: Answer<C> | undefined) => number | false
}

/** The main process's answer to a question of the contract, asked once and kept. */
export function useAnswer<C extends Channel>(ask: Ask, channel: C, input: Given<C>, options: AnswerOptions<C> = {}) {
  const { keepsLast = false, isFresh = false, isAsked = true, askOnFocus = false, askEvery } = options
  return useQuery<Answer<C>>({
    queryKey: toAnswerKey(channel, input),
    queryFn: () => ask(channel, input),
    enabled: isAsked,
    refetchOnWindowFocus: askOnFocus ? 'always' : false,
    ...(isFresh ? { staleTime: 0, gcTime: 0 } : {}),
    ...(keepsLast ? { placeholderData: keepPreviousData } : {}),
    ...(askEvery ? { refetchInterval: ({ state }) => askEvery(state.data), refetchIntervalInBackground: true } : {}),
  })
}
