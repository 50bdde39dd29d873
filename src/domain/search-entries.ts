import type { Library, LibraryTopic } from './library.ts'
import type { Cause } from './topic.ts'

/** What can be found, with the texts it is found by; the columns of the index, most telling first. */
export type SearchEntry = {
  readonly topic: string
  readonly cause: string | null
  readonly names: readonly string[]
  readonly synonyms: readonly string[]
  readonly codes: readonly string[]
  readonly medicines: readonly string[]
}

type Coded = readonly { readonly code: string }[]

/** A code is looked for as printed, "R74.01", and as typed in a hurry, "R7401". */
function spellCodes(codes: Coded): string[] {
  return codes.flatMap(({ code }) => [code, code.replaceAll(/[^\p{L}\p{N}]/gu, '')])
}

function describeTopic({ topic, words }: LibraryTopic): SearchEntry {
  const languages = Object.values(words)
  return {
    topic: topic.id,
    cause: null,
    names: languages.map(({ title }) => title),
    synonyms: languages.flatMap(({ alsoCalled, analytes }) => [...alsoCalled, ...Object.values(analytes)]),
    codes: spellCodes([...topic.codes, ...topic.analytes.flatMap(({ codes }) => codes)]),
    medicines: [],
  }
}

function describeCause({ topic, words }: LibraryTopic, { id, codes }: Pick<Cause, 'id' | 'codes'>): SearchEntry {
  const languages = Object.values(words)
  const medicines = topic.medicines.filter(({ causes }) => causes.includes(id))
  return {
    topic: topic.id,
    cause: id,
    names: languages.flatMap(({ causes }) => causes[id]?.name ?? []),
    synonyms: languages.flatMap(({ causes }) => causes[id]?.alsoCalled ?? []),
    codes: spellCodes([...codes, ...medicines.flatMap((medicine) => medicine.codes)]),
    medicines: languages.flatMap((language) =>
      medicines.flatMap((medicine) => language.medicines[medicine.id]?.name ?? []),
    ),
  }
}

/** One entry: a topic, or a cause of it; undefined for a cause the topic does not have. */
export function describeEntry(entry: LibraryTopic, cause: string | null): SearchEntry | undefined {
  if (cause === null) return describeTopic(entry)
  const found = entry.topic.causes.find(({ id }) => id === cause)
  return found && describeCause(entry, found)
}

/** Every topic that may be used, and each of its causes, in all languages at once. */
export function listSearchEntries(library: Pick<Library, 'topics'>): SearchEntry[] {
  return library.topics
    .filter(({ topic }) => topic.status !== 'retired')
    .flatMap((entry) => [describeTopic(entry), ...entry.topic.causes.map((cause) => describeCause(entry, cause))])
}
