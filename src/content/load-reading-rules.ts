import type { Problem } from '../domain/app-error.ts'
import type { Language } from '../domain/ids.ts'
import { AllowedTerms, ReadingRules } from '../domain/reading-rules.ts'
import { loadByLanguage } from './load-content.ts'

/** How each language is read, from `reading-rules/` and `allowed-terms/`, with every problem of those files. */
export type LoadedRules = {
  readonly findRules: (language: Language) => ReadingRules | undefined
  /** none where a language has no such list */
  readonly listAllowed: (language: Language) => readonly string[]
  readonly problems: readonly Problem[]
}

/** Reads what the instruments need beside the words. */
export function loadReadingRules(folder: string): LoadedRules {
  const problems: Problem[] = []
  const rules = loadByLanguage(folder, ['reading-rules'], ReadingRules, problems)
  const allowed = loadByLanguage(folder, ['allowed-terms'], AllowedTerms, problems)
  return {
    findRules: (language) => rules.find(({ value }) => value.language === language)?.value,
    listAllowed: (language) => allowed.find(({ value }) => value.language === language)?.value.terms ?? [],
    problems,
  }
}
