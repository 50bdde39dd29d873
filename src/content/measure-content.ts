import type { Problem } from '../domain/app-error.ts'
import type { Language } from '../domain/ids.ts'
import type { Topic } from '../domain/topic.ts'
import type { LoadedContent } from './load-content.ts'
import { loadReadingRules } from './load-reading-rules.ts'
import { measureBlocks } from './measure-blocks.ts'
import { measureChineseSheets } from './measure-chinese-sheets.ts'
import { measureChineseWords } from './measure-chinese-words.ts'
import { measureCoverage } from './measure-coverage.ts'
import { measureEnglishSheets } from './measure-english-sheets.ts'
import { measureEnglishWords } from './measure-english-words.ts'
import { listWithoutGlossary, measureGlossary } from './measure-glossary.ts'
import { measureFirstWords } from './measure-first-words.ts'
import { measureLists } from './measure-lists.ts'
import { measureParity } from './measure-parity.ts'
import { measurePemat } from './measure-pemat.ts'
import { measureSpanishSheets } from './measure-spanish-sheets.ts'
import type { Measure } from './measure.ts'
import { toLibrary } from './read-content.ts'
import { composeSamples, listSinglesAndPairs } from './sample-sheets.ts'

/** A high result for all that a topic knows, halfway along the rest of the number line, so that the line is judged too. */
function chooseResults({ analytes, resultLineEnd }: Topic) {
  const results = analytes.map(({ id, usualLimit }) => ({
    analyte: id,
    value: (usualLimit * (1 + resultLineEnd)) / 2,
    upperLimit: usualLimit,
    unit: 'U/L',
  }))
  return { results }
}

/**
 * Runs the instruments that look at single texts, on content that may have problems: what is wrong with one file must not
 * hide what is wrong with the words of another.
 */
export function measureTexts(folder: string, content: LoadedContent): readonly Problem[] {
  const rules = loadReadingRules(folder)
  const measures = [
    ...measureBlocks(content, rules),
    ...measureChineseWords(content, rules),
    ...measureEnglishWords(content, rules),
    ...measureFirstWords(content, rules),
    ...measureParity(content, rules),
  ]
  return [...rules.problems, ...measures.flatMap(({ misses }) => misses)]
}

/** Runs every instrument on content that has no problems. The same content gives the same figures, whatever the day. */
export function measureContent(
  folder: string,
  content: LoadedContent,
): { readonly measures: readonly Measure[]; readonly problems: readonly Problem[] } {
  const rules = loadReadingRules(folder)
  const library = toLibrary(content)
  const samples = {
    en: composeSamples(library, 'en'),
    es: composeSamples(library, 'es'),
    'zh-CN': composeSamples(library, 'zh-CN'),
  }
  const withResults = composeSamples(library, 'en', chooseResults)
  const composePairs = (language: Language) =>
    composeSamples(library, language, undefined, ({ causes }) => listSinglesAndPairs(causes.map(({ id }) => id)))
  const pairs = { en: composePairs('en'), es: composePairs('es'), 'zh-CN': composePairs('zh-CN') }
  const measures = [
    measureCoverage(content),
    ...measureEnglishSheets(samples.en, rules.listAllowed('en')),
    ...measureSpanishSheets(samples.es),
    ...measureChineseSheets(samples['zh-CN']),
    ...measureBlocks(content, rules),
    ...measureChineseWords(content, rules),
    ...measureEnglishWords(content, rules),
    ...measureFirstWords(content, rules),
    ...measureLists([...Object.values(samples).flat(), ...Object.values(pairs).flat(), ...withResults]),
    ...measureParity(content, rules),
    ...listWithoutGlossary(library),
    ...(['en', 'es', 'zh-CN'] as const).flatMap((language) =>
      measureGlossary([...samples[language], ...pairs[language]], library.glossary[language]),
    ),
    ...measurePemat([...samples.en, ...pairs.en, ...withResults]),
  ]
  return { measures, problems: [...rules.problems, ...measures.flatMap(({ misses }) => misses)] }
}
