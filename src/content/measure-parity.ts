import type { Language } from '../domain/ids.ts'
import { checkParity } from './check-parity.ts'
import { listTexts, listWording, type PlacedText } from './list-texts.ts'
import { findEnglish, type Loaded, type LoadedContent } from './load-content.ts'
import type { LoadedRules } from './load-reading-rules.ts'
import { missAt, type Measure } from './measure.ts'
import { locate } from './read-yaml.ts'

const name = 'Languages say the same'

type Spoken = { readonly language: Language }

function compareAll<T extends Spoken>(
  loaded: readonly Loaded<T>[],
  list: (words: T) => PlacedText[],
  { findRules }: LoadedRules,
) {
  const english = findEnglish(loaded)
  const englishRules = findRules('en')
  if (!english || !englishRules) return []
  return loaded
    .filter(({ value }) => value.language !== 'en')
    .map(({ file, value }) => {
      const { language } = value
      const rules = findRules(language)
      const texts = list(value)
      if (!rules) return { language, texts, misses: [missAt(name, `There is no reading-rules/${language}.yaml.`)] }
      return { language, texts, misses: locate(file, checkParity(texts, list(english), rules, englishRules)) }
    })
}

/** Whether each translation has the ids, slots, numbers with units and negations of the English. */
export function measureParity({ topics, strays, wording }: LoadedContent, rules: LoadedRules): Measure[] {
  const compared = [
    ...topics.flatMap(({ words }) => compareAll(words, listTexts, rules)),
    ...compareAll(strays, listTexts, rules),
    ...compareAll(wording, listWording, rules),
  ]
  if (compared.length === 0) return []
  const figures = [...Map.groupBy(compared, ({ language }) => language)].map(([language, files]) => {
    const texts = files.reduce((sum, file) => sum + file.texts.length, 0)
    const waived = rules.findRules(language)?.sameMeaning.length ?? 0
    return `${language}: ${texts} texts; ${waived} with another count of negations that a person found to say the same`
  })
  return [
    {
      name,
      gate: 'the same texts, slots, numbers with units and negations as the English',
      figures,
      misses: compared.flatMap(({ misses }) => misses),
    },
  ]
}
