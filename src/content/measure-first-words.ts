import { splitWords, toProse } from '../domain/sentences.ts'
import type { LoadedContent } from './load-content.ts'
import type { LoadedRules } from './load-reading-rules.ts'
import type { Measure } from './measure.ts'
import { locate } from './read-yaml.ts'

/** Whether each piece of advice begins with what the patient does, or with the case it is for. */
export function measureFirstWords({ topics }: LoadedContent, { findRules }: LoadedRules): Measure[] {
  const judged = topics.flatMap(({ value: topic, words }) => {
    const items = [...topic.causes.flatMap((cause) => cause.items), ...topic.everyday].filter(
      ({ kind }) => kind !== 'expect',
    )
    return words.flatMap(({ file, value }) => {
      const allowed = findRules(value.language)?.firstWords
      if (!allowed) return []
      return items.map(({ id }) => {
        const [first = ''] = splitWords(toProse(value.items[id] ?? ''))
        const word = first.toLowerCase().replaceAll(/[^\p{L}'-]/gu, '')
        const message = `"${first}" is no first word for advice: begin with a verb, or add it to reading-rules.`
        const isGood = allowed.includes(word)
        return { isGood, misses: isGood ? [] : locate(file, [{ path: ['items', id], message }]) }
      })
    })
  })
  if (judged.length === 0) return []
  return [
    {
      name: 'Verb first',
      gate: 'all advice begins with a verb, or with the case it is for',
      figures: [`${judged.filter(({ isGood }) => isGood).length} of ${judged.length} pieces of advice`],
      misses: judged.flatMap(({ misses }) => misses),
    },
  ]
}
