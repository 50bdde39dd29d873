import type { Problem } from '../domain/app-error.ts'
import type { Language } from '../domain/ids.ts'
import { WordRules } from '../domain/word-rules.ts'
import { groupTexts, lintBanned, lintCompanions, lintLinks, lintSentences, listCauseNames } from './lint-words.ts'
import { listMeanings, listTexts, listWording } from './list-texts.ts'
import { loadByLanguage, type LoadedContent } from './load-content.ts'
import { locate } from './read-yaml.ts'

/** Every text that is not plain or not safe by the rules in `banned-wording/`, and every language without such rules. */
export function checkLanguage(folder: string, { topics, strays, wording, glossary }: LoadedContent): Problem[] {
  const problems: Problem[] = []
  const loaded = loadByLanguage(folder, ['banned-wording'], { schema: WordRules }, problems)
  const findRules = (language: Language) => loaded.find(({ value }) => value.language === language)?.value

  for (const { file, value } of wording) {
    const rules = findRules(value.language)
    if (!rules) {
      const message = `There are no word rules for the language "${value.language}" in banned-wording.`
      problems.push(...locate(file, [{ path: ['language'], message }]))
      continue
    }
    const texts = listWording(value)
    const blocks = texts.map((text) => ({ name: text.path.join('.'), texts: [text] }))
    problems.push(
      ...locate(file, [...lintBanned(texts, rules), ...lintCompanions(texts, rules), ...lintSentences(blocks, rules)]),
    )
  }
  for (const { file, value } of glossary) {
    const rules = findRules(value.language)
    if (rules) problems.push(...locate(file, lintBanned(listMeanings(value), rules)))
  }
  for (const { file, value } of strays) {
    const rules = findRules(value.language)
    const texts = listTexts(value)
    if (rules)
      problems.push(
        ...locate(file, [...lintBanned(texts, rules, listCauseNames(value)), ...lintCompanions(texts, rules)]),
      )
  }
  for (const { value: topic, words } of topics)
    for (const { file, value } of words) {
      const rules = findRules(value.language)
      if (!rules) continue
      const texts = listTexts(value)
      problems.push(
        ...locate(file, [
          ...lintBanned(texts, rules, listCauseNames(value)),
          ...lintCompanions(texts, rules),
          ...lintLinks(topic, texts, rules),
          ...lintSentences(groupTexts(topic, texts), rules),
        ]),
      )
    }
  return problems
}
