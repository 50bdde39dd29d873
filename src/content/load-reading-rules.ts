import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../domain/app-error.ts'
import type { Language } from '../domain/ids.ts'
import { AllowedTerms, ReadingRules } from '../domain/reading-rules.ts'
import { loadByLanguage } from './load-content.ts'

/** How each language is read, from `reading-rules/`, `allowed-terms/` and `everyday-words/`, with every problem of those files. */
export type LoadedRules = {
  readonly findRules: (language: Language) => ReadingRules | undefined
  /** none where a language has no such list */
  readonly listAllowed: (language: Language) => readonly string[]
  /** the words of the HSK list; none where the file is missing, and then nothing counts as everyday */
  readonly everydayChinese: readonly string[]
  readonly problems: readonly Problem[]
}

function readEverydayChinese(folder: string): string[] {
  try {
    const text = readFileSync(join(folder, 'everyday-words', 'zh-CN.txt'), 'utf8')
    return text.split('\n').flatMap((line) => (line.startsWith('#') ? [] : line.split(' ').filter(Boolean)))
  } catch {
    return []
  }
}

/** Reads what the instruments need beside the words. */
export function loadReadingRules(folder: string): LoadedRules {
  const problems: Problem[] = []
  const rules = loadByLanguage(folder, ['reading-rules'], { schema: ReadingRules }, problems)
  const allowed = loadByLanguage(folder, ['allowed-terms'], { schema: AllowedTerms }, problems)
  return {
    findRules: (language) => rules.find(({ value }) => value.language === language)?.value,
    listAllowed: (language) => allowed.find(({ value }) => value.language === language)?.value.terms ?? [],
    everydayChinese: readEverydayChinese(folder),
    problems,
  }
}
