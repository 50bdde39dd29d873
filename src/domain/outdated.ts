import type { Language } from './ids.ts'

/** Words in one language: a translation names the English it was made from. */
export type Translation = { readonly language: Language; readonly madeFrom?: string | undefined }

/** The text whose hash a translation carries as `madeFrom`: the English words, wording or glossary, as parsed. */
export function toSourceText(english: Translation): string {
  return JSON.stringify(english)
}

/**
 * The languages whose words were made from another English than today's: they wait until someone looks at them again.
 * Without English there is nothing to be older than.
 * @param hash hex SHA-256 of a text, from the edge
 */
export function listOutdated(
  words: Readonly<Partial<Record<Language, Translation>>>,
  hash: (text: string) => string,
): Language[] {
  const { en: english, ...translations } = words
  if (!english) return []
  const today = hash(toSourceText(english))
  return Object.values(translations).flatMap(({ language, madeFrom }) => (madeFrom === today ? [] : [language]))
}
