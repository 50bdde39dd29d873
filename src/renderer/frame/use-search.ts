import { useEffect, useState } from 'react'
import type { SearchHit } from '../../ipc/contract.ts'
import { toAppError, type Ask } from '../clinic-api.ts'

const pauseInMilliseconds = 60

/** What the words found; `words` says which words, so that an older answer is never shown for newer ones. */
export type SearchAnswer = {
  readonly words: string
  readonly hits: readonly SearchHit[]
  readonly problem: string | null
}

/** The hits for the words as they are typed; null while nothing was asked. */
export function useSearch(ask: Ask, words: string): SearchAnswer | null {
  const [answer, setAnswer] = useState<SearchAnswer | null>(null)
  const asked = words.trim()
  useEffect(() => {
    if (asked === '') return undefined
    let isNewest = true
    const search = async () => {
      const next = await askForHits(ask, asked)
      if (isNewest) setAnswer(next)
    }
    const timer = setTimeout(() => void search(), pauseInMilliseconds)
    return () => {
      isNewest = false
      clearTimeout(timer)
    }
  }, [ask, asked])
  return asked === '' ? null : answer
}

async function askForHits(ask: Ask, words: string): Promise<SearchAnswer> {
  try {
    return { words, hits: await ask('library.search', { words }), problem: null }
  } catch (thrown) {
    return { words, hits: [], problem: toAppError(thrown).message }
  }
}
