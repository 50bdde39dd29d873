import { toSourceText, type Translation } from '../domain/outdated.ts'
import { hashText } from './hash-text.ts'
import type { Finding } from './read-yaml.ts'

/**
 * What is wrong with how words name the English they were made from: every translation must, and the English must not.
 * @param english the English words, wording or glossary, when there are any
 */
export function checkMadeFrom(english: Translation | undefined, words: Translation): Finding[] {
  if (words.language === 'en')
    return words.madeFrom === undefined
      ? []
      : [{ path: ['madeFrom'], message: 'The English is made from nothing: take madeFrom out.' }]
  if (words.madeFrom !== undefined || !english) return []
  return [
    {
      path: ['language'],
      message: `"madeFrom" is missing. Once this was looked at beside the English, write madeFrom: ${hashText(toSourceText(english))}`,
    },
  ]
}

/** Says that the English has changed since a translation was made: nothing prints in that language until it was looked at. */
export function checkUpToDate(english: Translation | undefined, words: Translation): Finding[] {
  if (!english || words.language === 'en' || words.madeFrom === undefined) return []
  const today = hashText(toSourceText(english))
  if (words.madeFrom === today) return []
  return [
    {
      path: ['madeFrom'],
      message: `The English has changed since this was made. Once it was looked at again, write madeFrom: ${today}`,
    },
  ]
}
