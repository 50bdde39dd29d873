import type { Language } from '../domain/ids.ts'
import type { TopicWords } from '../domain/topic.ts'
import { listMeanings, listTexts, listWording, type PlacedText } from './list-texts.ts'
import type { LoadedContent } from './load-content.ts'
import type { YamlFile } from './read-yaml.ts'

/** A text a patient reads, and the file it stands in. */
export type PatientText = PlacedText & { readonly file: YamlFile }

const sectionsOfNames = new Set(['medicines', 'analytes', 'weekdays', 'months', 'sources'])

/** Whether a text stands where names are listed: names of medicines, blood tests, publishers, days and months. */
export const isName = ({ path: [section] }: Pick<PlacedText, 'path'>): boolean => sectionsOfNames.has(String(section))

/** Every text of ours a patient may read in a language: of topics, of the fixed wording, and the meanings of terms. Names are none. */
export function listPatientTexts(
  { topics, strays, wording, glossary }: LoadedContent,
  language: Language,
): PatientText[] {
  const words = [...topics.flatMap((topic) => topic.words), ...strays].filter(
    ({ value }) => value.language === language,
  )
  const fixed = wording.filter(({ value }) => value.language === language)
  const terms = glossary.filter(({ value }) => value.language === language)
  return [
    ...words.flatMap(({ file, value }) => listTexts(value).map((text): PatientText => ({ ...text, file }))),
    ...fixed.flatMap(({ file, value }) => listWording(value).map((text): PatientText => ({ ...text, file }))),
    ...terms.flatMap(({ file, value }) => listMeanings(value).map((text): PatientText => ({ ...text, file }))),
  ].filter((text) => text.reader === 'patient' && !isName(text))
}

function listNames({ medicines, causes, analytes }: TopicWords): string[] {
  const ofCauses = Object.values(causes).flatMap(({ name, heading }) => [name, heading])
  return [...Object.values(medicines).map(({ name }) => name), ...ofCauses, ...Object.values(analytes)]
}

/**
 * What counts by itself in a text, longest first: terms of the glossary, which a sheet explains, and names of medicines,
 * causes and blood tests, which have no plainer word.
 */
export function listKnownTerms({ topics, strays, glossary }: LoadedContent, language: Language): string[] {
  const terms = glossary
    .filter(({ value }) => value.language === language)
    .flatMap(({ value }) => value.terms.flatMap(({ forms }) => Object.keys(forms)))
  const names = [...topics.flatMap(({ words }) => words), ...strays].flatMap(({ value }) =>
    value.language === language ? listNames(value) : [],
  )
  return [...terms, ...names].toSorted((a, b) => b.length - a.length)
}
