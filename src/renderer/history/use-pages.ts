import { useInfiniteQuery } from '@tanstack/react-query'
import { toAppError } from '../clinic-api.ts'
import { useWords } from '../words/use-words.ts'

type Page = { readonly next: number | null; readonly damaged: number }

const firstPage: number | null = null

/** Rows that are asked for at once. */
export const rowsAtOnce = 50

/**
 * Pages of a list, newest first, asked anew whenever the list comes into sight, and forgotten once it is gone: what others
 * may not see is kept nowhere.
 * @param key what is asked for, with all that changes it
 */
export function usePages<P extends Page>(key: readonly unknown[], load: (before: number | null) => Promise<P>) {
  const { t, writeProblems } = useWords()
  const { data, error, hasNextPage, isPending, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }: { readonly pageParam: number | null }) => load(pageParam),
    initialPageParam: firstPage,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
    gcTime: 0,
  })
  const pages = data?.pages ?? []
  const damaged = pages.reduce((sum, page) => sum + page.damaged, 0)
  const problem = error === null ? null : writeProblems(toAppError(error).problems)
  return {
    pages,
    isPending,
    problem: problem ?? (damaged > 0 ? t('history.damaged', { count: damaged }) : null),
    more: hasNextPage ? () => void fetchNextPage() : null,
    refresh: () => void refetch(),
  }
}
