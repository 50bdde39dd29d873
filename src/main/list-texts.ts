import type { Language } from '../domain/ids.ts'
import type { Library } from '../domain/library.ts'

/** Some texts of one language: few enough that preparing them holds up a waiting sheet by no more than a blink. */
export type TextPortion = { readonly language: Language; readonly texts: readonly string[] }

const portionSize = 20

function listStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value.replaceAll('**', '')]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listStrings) : []
}

/** All texts of the library that may stand on a sheet, in portions: nothing of a patient is among them. */
export function listTexts(library: Library): TextPortion[] {
  const inLanguages = [
    ...library.topics.flatMap(({ words }) => Object.values(words)),
    ...Object.values(library.wording),
  ]
  return inLanguages.flatMap((words) => {
    const texts = listStrings(words)
    return Array.from({ length: Math.ceil(texts.length / portionSize) }, (_, portion) => ({
      language: words.language,
      texts: texts.slice(portion * portionSize, (portion + 1) * portionSize),
    }))
  })
}
