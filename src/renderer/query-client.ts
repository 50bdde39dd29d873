import { QueryClient } from '@tanstack/react-query'

/** What was asked of the main process. It is on this computer: being offline means nothing, and asking again seldom helps. */
export function createQueryClient(): QueryClient {
  const options = { networkMode: 'always', retry: false } as const
  return new QueryClient({
    defaultOptions: {
      queries: { ...options, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
      mutations: options,
    },
  })
}
