import { Language } from '../domain/ids.ts'
import type { Library } from '../domain/library.ts'
import { parseSelection, type Selection } from '../domain/selection.ts'

/**
 * Sheets for nobody, which make ready what the first patient may need: the fonts of each language and the code of each
 * kind of block. The plainest come first, so that every language has been drawn early.
 */
export function listWarmUps(library: Library): Selection[] {
  const [first] = library.topics
  if (!first) return []
  const { id: topic, causes, analytes } = first.topic
  const common = causes.filter((cause) => cause.common).map(({ id }) => ({ id }))
  const results = analytes.map(({ id, usualLimit }) => ({
    analyte: id,
    value: usualLimit,
    upperLimit: usualLimit,
    unit: 'U/L',
  }))
  const languages = Language.options.filter((language) => first.words[language])
  const rounds = [{ causes: [] }, { causes: common, results }, { causes: common.slice(-2), results }]
  return rounds.flatMap((round) => languages.map((language) => parseSelection({ topic, language, ...round })))
}
