import type { Library, LibraryTopic } from './library.ts'

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

function describeCauses({ topic, words }: LibraryTopic): SearchEntry[] {
  const languages = Object.values(words)
  return topic.causes.map(({ id, codes }) => {
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
  })
}

/** Every topic that may be used, and each of its causes, in all languages at once. */
export function listSearchEntries(library: Pick<Library, 'topics'>): SearchEntry[] {
  return library.topics
    .filter(({ topic }) => topic.status !== 'retired')
    .flatMap((topic) => [describeTopic(topic), ...describeCauses(topic)])
}
