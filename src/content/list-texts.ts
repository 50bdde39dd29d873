import type { TopicWords } from '../domain/topic.ts'
import type { Wording } from '../domain/wording.ts'
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

/** Every text of a topic in one language, but for the words that only a search looks at. */
export function listTexts(words: TopicWords): PlacedText[] {
  const { language: _language, madeFrom: _madeFrom, ...said } = words
  return walk(said, [])
    .filter(({ path }) => !isSearchWord(path))
    .map(({ path, text }) => ({ path, text, reader: isForClinician(path) ? 'clinician' : 'patient' }))
}

/** Every fixed heading and sentence of a sheet; a patient reads them all. */
export function listWording(wording: Wording): PlacedText[] {
  const {
    language: _language,
    madeFrom: _madeFrom,
    languageName: _languageName,
    listSeparator: _listSeparator,
    ...said
  } = wording
  return walk(said, []).map(({ path, text }) => ({ path, text, reader: 'patient' }))
}
