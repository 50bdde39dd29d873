import { createContext, useContext } from 'react'
import type { Words } from './words.ts'

/** Where `Speak` puts the words of the window. */
export const WordsContext = createContext<Words | null>(null)

/** The words of the window, in the language it speaks now. */
export function useWords(): Words {
  const words = useContext(WordsContext)
  if (words === null) throw new Error('Nothing speaks here: a component stands outside of Speak.')
  return words
}
