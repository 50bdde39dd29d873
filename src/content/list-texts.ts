import type { Glossary } from '../domain/glossary.ts'
import type { Path } from './read-yaml.ts'

/** A text of the content, where it stands, and who reads it. */
export type PlacedText = { readonly path: Path; readonly text: string; readonly reader: 'patient' | 'clinician' }

function walk(value: unknown, path: Path): { path: Path; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]: [string, unknown]) => walk(child, [...path, key]))
}

/** What only the clinician sees. */
function isForClinician([section, , field]: Path): boolean {
  switch (String(section)) {
    case 'title':
    case 'groups':
    case 'mergeRules':
    case 'safetyFacts':
    case 'safetyLabs':
    case 'safetyRules':
    case 'safetyKept':
    case 'lateRetest':
      return true
    case 'causes':
      return field === 'name' || field === 'hint' || field === 'plan'
    case 'medicines':
      return field !== 'name'
    default:
      return false
  }
}

const isSearchWord = (path: Path) => path.includes('alsoCalled')

/** No texts: what says which words these are, and how they are put together. */
const notSaid = new Set(['language', 'madeFrom', 'languageName', 'listSeparator'])

const listSaid = (raw: unknown) => walk(raw, []).filter(({ path }) => !notSaid.has(String(path[0])))

/**
 * Every text of a topic in one language, but for the words that only a search looks at.
 * @param words as a `TopicWords`, or as a file was read
 */
export function listTexts(words: unknown): PlacedText[] {
  return listSaid(words)
    .filter(({ path }) => !isSearchWord(path))
    .map(({ path, text }) => ({ path, text, reader: isForClinician(path) ? 'clinician' : 'patient' }))
}

/** The meaning of every term; a patient reads them in brackets. */
export function listMeanings({ terms }: Glossary): PlacedText[] {
  return terms.flatMap(({ forms }, index) =>
    Object.entries(forms).map(([form, text]) => ({ path: ['terms', index, 'forms', form], text, reader: 'patient' })),
  )
}

/**
 * Every fixed heading and sentence of a sheet; a patient reads them all.
 * @param wording as a `Wording`, or as a file was read
 */
export function listWording(wording: unknown): PlacedText[] {
  return listSaid(wording).map(({ path, text }) => ({ path, text, reader: 'patient' }))
}
