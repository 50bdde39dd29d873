import { useEffect, useState } from 'react'
import type { Language } from '../../domain/ids.ts'
import type { Library } from '../../domain/library.ts'
import type { SearchHit } from '../../ipc/contract.ts'
import { toAppError, type Ask } from '../clinic-api.ts'
import { useAnswer } from '../use-answer.ts'
import { useWords } from '../words/use-words.ts'

const pauseInMilliseconds = 60
const noHits: readonly SearchHit[] = []

/** A hit under its names in the language of the window, where the topic is written in it. */
function nameHit({ topics }: Library, hit: SearchHit, language: Language): SearchHit {
  const words = topics.find(({ topic }) => topic.id === hit.topic)?.words[language]
  if (words === undefined) return hit
  const title = hit.cause === null ? words.title : (words.causes[hit.cause]?.name ?? hit.title)
  return { ...hit, title, topicTitle: words.title }
}

/** What was found for the words as they are typed, never of older words, and how that is told. */
export function useSearch(
  ask: Ask,
  library: Library,
  typed: string,
): { readonly hits: readonly SearchHit[]; readonly status: string } {
  const { t, writeProblem, language } = useWords()
  const [words, setWords] = useState('')
  const wanted = typed.trim()
  useEffect(() => {
    const timer = setTimeout(() => setWords(wanted), pauseInMilliseconds)
    return () => clearTimeout(timer)
  }, [wanted])
  const { data, error } = useAnswer(ask, 'library.search', { words }, { isAsked: words !== '' })
  if (error !== null) return { hits: noHits, status: toAppError(error).problems.map(writeProblem).join(' ') }
  if (wanted === '' || words !== wanted || data === undefined) return { hits: noHits, status: t('search.searching') }
  if (data.length === 0) return { hits: noHits, status: t('search.nothing', { words }) }
  return { hits: data.map((hit) => nameHit(library, hit, language)), status: t('search.count', { count: data.length }) }
}
