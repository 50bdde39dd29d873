import type { Language } from '../../src/domain/ids.ts'
import { createCatalogues, readWords, type Words } from '../../src/renderer/words/words.ts'

/** The words of the window in a language. */
export function makeWords(language: Language): Words {
  return readWords(createCatalogues(language), language)
}

export const english = makeWords('en')
