import { longestSearch, type SearchHit } from '../../ipc/contract.ts'
import { tell } from '../../domain/message.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import { useAnswer } from '../use-answer.ts'
import type { Words } from '../words/words.ts'
import { useWords } from '../words/use-words.ts'
import { joinSentences } from '../words/join-sentences.ts'

type Found = {
  readonly hits: readonly SearchHit[]
  /** false while the hits are those of the words before, which stay in sight but cannot be chosen */
  readonly isNewest: boolean
  /** which words were looked for in place of mistyped ones; null where none were */
  readonly mended: string | null
  /** what came of it in one sentence */
  readonly status: string
}

/** Why there is nothing to look for; null when there is. */
export function explainSearch(words: string, { t, write }: Words): string | null {
  if (words.length > longestSearch) return write(tell('search-too-long'))
  return /[\p{L}\p{N}]/u.test(words) ? null : t('search.needsLetters')
}

/** What was found for the words as they are typed, and how that is told. */
export function useSearch(ask: Ask, typed: string): Found {
  const said = useWords()
  const { t, writeProblems, language } = said
  const words = typed.trim()
  const refusal = explainSearch(words, said)
  const given = { words: refusal === null ? words : '', language }
  const answer = useAnswer(ask, 'library.search', given, { isAsked: refusal === null, keepsLast: true })
  const { data, error, isPlaceholderData } = answer
  const nothing = { hits: [], isNewest: true, mended: null }
  if (refusal !== null) return { ...nothing, status: refusal }
  if (error !== null) return { ...nothing, status: writeProblems(toAppError(error).problems) }
  if (data === undefined) return { ...nothing, status: t('search.searching') }
  if (data.hits.length === 0) return { ...nothing, status: t('search.nothing', { words }) }
  const mended = data.meant === null ? null : t('search.meant', { words, meant: data.meant })
  const count = t('search.count', { count: data.hits.length })
  return {
    hits: data.hits,
    isNewest: !isPlaceholderData,
    mended,
    status: joinSentences(mended === null ? [count] : [mended, count]),
  }
}
