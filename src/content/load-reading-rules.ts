import type { Problem } from '../domain/app-error.ts'
import type { Language } from '../domain/ids.ts'
import { AllowedTerms, ReadingRules } from '../domain/reading-rules.ts'
import { loadByLanguage } from './load-content.ts'
import { loadEverydayWords, type EverydayWords } from './load-everyday-words.ts'

/** How each language is read, from `reading-rules/`, `allowed-terms/` and `everyday-words/`, with every problem of those files. */
export type LoadedRules = {
  readonly findRules: (language: Language) => ReadingRules | undefined
  /** none where a language has no such list */
  readonly listAllowed: (language: Language) => readonly string[]
  /** none where a language has no such list */
  readonly listPlain: (language: Language) => readonly string[]
  /** English and Chinese alone have such lists */
  readonly everyday: { readonly en: EverydayWords; readonly 'zh-CN': EverydayWords }
  readonly problems: readonly Problem[]
}

/** Reads what the instruments need beside the words. */
export function loadReadingRules(folder: string): LoadedRules {
  const problems: Problem[] = []
  const rules = loadByLanguage(folder, ['reading-rules'], { schema: ReadingRules }, problems)
  const allowed = loadByLanguage(folder, ['allowed-terms'], { schema: AllowedTerms }, problems)
  return {
    findRules: (language) => rules.find(({ value }) => value.language === language)?.value,
    listAllowed: (language) => allowed.find(({ value }) => value.language === language)?.value.terms ?? [],
    listPlain: (language) => allowed.find(({ value }) => value.language === language)?.value.plain ?? [],
    everyday: { en: loadEverydayWords(folder, 'en'), 'zh-CN': loadEverydayWords(folder, 'zh-CN') },
    problems,
  }
}
