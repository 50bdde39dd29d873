import { listExplainedTexts } from '../domain/explain-terms.ts'
import { explainsItself, findTerm, type Glossary } from '../domain/glossary.ts'
import type { Library } from '../domain/library.ts'
import { missAt, type Measure } from './measure.ts'
import type { Sample } from './sample-sheets.ts'

/** Whether each term of the glossary is explained where each sheet first uses it. */
export function measureGlossary(samples: readonly Sample[], glossary: Glossary | undefined): Measure[] {
  if (samples.length === 0 || !glossary) return []
  const name = `Terms explained, ${glossary.language}`
  const uses = samples.flatMap((sample) => {
    const texts = listExplainedTexts(sample.sheet)
    return glossary.terms.flatMap((term) => {
      const text = texts.find((each) => findTerm(each, term))
      const found = text === undefined ? undefined : findTerm(text, term)
      return text === undefined || !found
        ? []
        : [{ sheet: sample.name, id: term.id, text, isExplained: explainsItself(text, term, found) }]
    })
  })
  const used = [...new Set(uses.map(({ id }) => id))]
  return [
    {
      name,
      gate: 'every term of the glossary, at its first use on every sheet',
      figures: [
        `${uses.filter(({ isExplained }) => isExplained).length} of ${uses.length} first uses on ${samples.length} sheets; terms used: ${used.join(', ')}`,
      ],
      misses: uses
        .filter(({ isExplained }) => !isExplained)
        .map(({ sheet, id, text }) => missAt(name, `"${id}" is not explained on ${sheet}: "${text}"`)),
    },
  ]
}

/** A language that sheets are printed in, without a glossary. */
export function listWithoutGlossary({ wording, glossary }: Library): Measure[] {
  const missing = Object.values(wording).flatMap(({ language }) => (glossary[language] ? [] : [language]))
  if (missing.length === 0) return []
  const name = 'Glossaries'
  return [
    {
      name,
      gate: 'one for each language',
      figures: [],
      misses: missing.map((language) => missAt(name, `There is no glossary/${language}.yaml.`)),
    },
  ]
}
