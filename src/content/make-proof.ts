import { languageNames, type Language } from '../domain/ids.ts'
import { listOlderParts, type Library, type LibraryTopic } from '../domain/library.ts'
import type { Proof, ProofRow, ProofSection } from '../domain/proof.ts'
import { namePublisher } from '../domain/sources.ts'
import type { Topic, TopicWords } from '../domain/topic.ts'
import { makeNoteFinder } from './describe-entries.ts'
import { listTexts, listWording, type PlacedText } from './list-texts.ts'

type Notes = ReturnType<typeof makeNoteFinder>

/** Texts of a language beside the English of the same place; a text that only one of them has stands alone. */
function pairTexts(
  english: readonly PlacedText[],
  texts: readonly PlacedText[] | undefined,
  describe: Notes,
): (ProofRow & { section: string })[] {
  const place = ({ path }: PlacedText) => path.join('.')
  const own = new Map(texts?.map((text) => [place(text), text.text]))
  const known = new Set(english.map(place))
  const extra = (texts ?? []).filter((text) => !known.has(place(text))).map((text) => ({ ...text, text: '' }))
  return [...english, ...extra].map((text) => {
    const { flags, sources } = describe(text.path)
    return {
      section: String(text.path[0]),
      place: text.path.slice(1).join('.') || place(text),
      english: text.text,
      ...(texts ? { translation: own.get(place(text)) ?? 'MISSING' } : {}),
      flags: [...(text.reader === 'clinician' ? ['clinician only, never printed'] : []), ...flags],
      sources,
    }
  })
}

function groupRows(title: string, rows: readonly (ProofRow & { section: string })[]): ProofSection[] {
  return [...Map.groupBy(rows, ({ section }) => section)].map(([section, grouped]) => ({
    heading: `${title}: ${section}`,
    rows: grouped.map(({ section: _section, ...row }) => row),
  }))
}

/** The red flags of each cause, beneath its last words. */
function placeRedFlags(
  { causes }: Topic,
  english: TopicWords,
  own: TopicWords,
  rows: readonly (ProofRow & { section: string })[],
): (ProofRow & { section: string })[] {
  const join = (words: TopicWords, ids: readonly string[]) =>
    ids.map((id) => words.redFlags[id] ?? 'MISSING').join('; ')
  const flagsAfter = new Map(causes.map(({ id, redFlags }) => [`${id}.inShort`, { id, redFlags }]))
  return rows.flatMap((row) => {
    const found = row.section === 'causes' ? flagsAfter.get(row.place) : undefined
    if (!found) return [row]
    const { id, redFlags } = found
    const translation = own === english ? {} : { translation: join(own, redFlags) }
    const flags = [`its red flags: ${redFlags.join(', ')}`]
    return [
      row,
      {
        section: row.section,
        place: `${id}.redFlags`,
        english: join(english, redFlags),
        ...translation,
        flags,
        sources: [],
      },
    ]
  })
}

function proveTopic({ topic, words }: LibraryTopic, language: Language): ProofSection[] {
  const { en: english, [language]: own } = words
  if (!english || !own) return []
  const texts = pairTexts(listTexts(english), language === 'en' ? undefined : listTexts(own), makeNoteFinder(topic))
  const rows = placeRedFlags(topic, english, own, texts)
  const citations = Object.entries(topic.sources).map(([id, { citation }]): ProofRow => ({
    place: id,
    english: citation,
    flags: [`on the sheet: ${namePublisher(topic, own, id)}`],
    sources: [],
  }))
  return [...groupRows(english.title, rows), { heading: `${english.title}: sources`, rows: citations }]
}

function proveWording({ wording }: Library, language: Language): ProofSection[] {
  const { en: english, [language]: own } = wording
  if (!english || !own) return []
  const none = () => ({ flags: [], sources: [] })
  return groupRows(
    'Every sheet',
    pairTexts(listWording(english), language === 'en' ? undefined : listWording(own), none),
  )
}

function proveGlossary({ glossary }: Library, language: Language): ProofSection[] {
  const say = (from: Language) =>
    new Map(
      glossary[from]?.terms.map(({ id, forms }) => [
        id,
        Object.entries(forms)
          .map(([form, meaning]) => `${form}: ${meaning}`)
          .join('; '),
      ]),
    )
  const [english, own] = [say('en'), say(language)]
  const rows = [...new Set([...english.keys(), ...own.keys()])].map((id): ProofRow => ({
    place: id,
    english: english.get(id) ?? '',
    ...(language === 'en' ? {} : { translation: own.get(id) ?? '(no such term in this language)' }),
    flags: ['said at the first use'],
    sources: [],
  }))
  return rows.length === 0 ? [] : [{ heading: 'Glossary', rows }]
}

/** The numbers for an ambulance that the settings offer. */
function proveRegions({ regions }: Library): ProofSection {
  const rows = regions.map(({ id, name, emergencyNumber }): ProofRow => ({
    place: id,
    english: `${name}: ${emergencyNumber}`,
    flags: ['offered in the settings; the number stands on every sheet'],
    sources: [],
  }))
  return { heading: 'Emergency numbers by region', rows }
}

/** Everything a clinician signs for in one language; undefined where nothing is written in it. */
export function makeProof(library: Library, language: Language): Proof | undefined {
  const topics = library.topics.filter(({ words }) => words[language])
  if (topics.length === 0 || !library.wording[language]) return undefined
  const older = topics.some((entry) => listOlderParts(library, entry, language).length > 0)
  return {
    language,
    title: `Proof of the ${languageNames[language]} words`,
    about: [
      ...topics.map(
        ({ topic, sha256 }) =>
          `${topic.id}, version ${topic.version}, ${topic.status}, reviewer: ${topic.reviewer || 'none yet'}, SHA-256 ${sha256.slice(0, 16)}`,
      ),
      `Wording of every sheet, SHA-256 ${library.wordingSha256.slice(0, 16)}`,
      `From left to right: where a text stands and when it prints, the English, ${language === 'en' ? '' : `the ${languageNames[language]}, `}the sources by their ids, which the last table of each topic explains.`,
      ...(older ? ['These words are older than the English: they do not print until they were looked at again.'] : []),
    ],
    sections: [
      ...topics.flatMap((entry) => proveTopic(entry, language)),
      ...proveWording(library, language),
      ...proveGlossary(library, language),
      proveRegions(library),
    ],
    signing: {
      statement: `I am a clinician and ${languageNames[language]} is a language I work in. I have read every line of this proof. It is right, safe and plain, but for what I have marked.`,
      lines: ['Name', 'Profession and registration', 'Date', 'Signature'],
    },
  }
}
