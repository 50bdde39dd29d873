import type { Language } from '../../src/domain/ids.ts'
import { allItems, library, topic, wordsIn } from './shipped-topic.ts'

/** Works a thing out once for each language. */
function oncePer<T>(make: (language: Language) => T): (language: Language) => T {
  const known = new Map<Language, T>()
  return (language) => {
    const value = known.get(language) ?? make(language)
    known.set(language, value)
    return value
  }
}

const listNotes = oncePer((language) => {
  const glossary = library.glossary[language]
  const meanings = new Set(glossary?.terms.flatMap(({ forms }) => Object.values(forms)))
  return [...meanings].map((meaning) => glossary!.pattern.replace('{term}', '').replace('{meaning}', meaning))
})

const withoutMarks = (text: string) => text.replaceAll('**', '')

/** A line without the meanings of medical words that were put into it, so that it compares with the content. */
const strip = (language: Language, line: string) =>
  listNotes(language).reduce((text, note) => text.replaceAll(note, ''), line)

/** A text of the content as it reads on a sheet, without the meanings of medical words. */
export const asStripped = (language: Language, text: string) => strip(language, withoutMarks(text))

const escapePattern = (text: string) => text.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)

const listItemTexts = oncePer((language) => {
  const { words } = wordsIn(language)
  const byText = new Map<string, string[]>()
  const patterns: { readonly id: string; readonly pattern: RegExp }[] = []
  for (const { item } of allItems) {
    const text = asStripped(language, words.items[item.id] ?? '')
    if (text.includes('{'))
      patterns.push({
        id: item.id,
        pattern: new RegExp(
          `^${text
            .split(/\{\w+\}/u)
            .map(escapePattern)
            .join('.+')}$`,
          'u',
        ),
      })
    else byText.set(text, [...(byText.get(text) ?? []), item.id])
  }
  return { byText, patterns }
})

function findItems(language: Language, text: string): readonly string[] {
  const { byText, patterns } = listItemTexts(language)
  return byText.get(text) ?? patterns.filter(({ pattern }) => pattern.test(text)).map(({ id }) => id)
}

function findPreparation(language: Language, text: string): readonly string[] {
  const { words } = wordsIn(language)
  return topic.preparation
    .filter(({ id }) => asStripped(language, words.preparation[id] ?? '') === text)
    .map(({ id }) => id)
}

const listMedicineNames = oncePer((language) => {
  const { words } = wordsIn(language)
  const plain = (name: string) => name.replace(/\s*[(（].*$/u, '').toLowerCase()
  return topic.medicines.map(({ id }) => ({ id, name: plain(words.medicines[id]?.name ?? id) }))
})

function findMedicines(language: Language, line: string): readonly string[] {
  const text = line.toLowerCase()
  return listMedicineNames(language)
    .filter(({ name }) => text.includes(name))
    .map(({ id }) => id)
}

/** Every text inside a value, however deep. */
function listTextsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTextsIn) : []
}

/** Everything a sheet in this language may say, as whole texts without slots. */
const listPrintable = oncePer((language) => {
  const { words, wording } = wordsIn(language)
  const { title, sheetTitle, sheetTitleInRange, mainMessage, items, redFlags, preparation, resultBands, teachBack } =
    words
  const causes = Object.values(words.causes).map(({ heading, whatHappens, inShort }) => [heading, whatHappens, inShort])
  const medicines = Object.values(words.medicines).map(({ name }) => name)
  const { language: _language, madeFrom: _madeFrom, ...fixed } = wording
  const glossary = (library.glossary[language]?.terms ?? []).map(({ forms }) => Object.values(forms))
  const said = [title, sheetTitle, sheetTitleInRange, mainMessage, causes, medicines, words.analytes, words.sources]
  return listTextsIn([...said, items, redFlags, preparation, resultBands, teachBack, fixed, glossary])
    .map(withoutMarks)
    .flatMap((text) => text.split(/\{\w+\}/u))
    .map((text) => text.replace(/^[\s·.:;,()]+/u, '').replace(/[\s·.:;,()]+$/u, ''))
    .filter((text) => /\p{L}{2}/u.test(text))
})

/** Shorter English texts may be part of a word of another language: they count only when they stand alone. */
const shortestPart = 8

const listForeign = oncePer((language) => {
  const own = listPrintable(language).join('\n')
  const english = [...new Set(listPrintable('en'))].filter((text) => !own.includes(text))
  return { whole: new Set(english), parts: english.filter((text) => text.length >= shortestPart) }
})

function findEnglish(language: Language, line: string): readonly string[] {
  if (language === 'en') return []
  const { whole, parts } = listForeign(language)
  return [...line.split(' · ').filter((part) => whole.has(part)), ...parts.filter((part) => line.includes(part))]
}

/** What a line of a sheet says, by the ids of the content. */
export type Reading = {
  readonly text: string
  /** without the meanings of medical words that were put into it */
  readonly stripped: string
  /** the advice it gives: more than one id where several causes give it in the same words */
  readonly items: readonly string[]
  readonly preparation: readonly string[]
  /** the medicines of the topic that it names */
  readonly medicines: readonly string[]
  /** the English texts a line of another language holds, unless they are words of that language too */
  readonly english: readonly string[]
  readonly isUnfilled: boolean
}

const readings = oncePer(() => new Map<string, Reading>())

/** Reads a line of a sheet; once for each text, for tens of thousands of sheets say the same few thousand lines. */
export function readLine(language: Language, line: string): Reading {
  const before = readings(language).get(line)
  if (before) return before
  const stripped = strip(language, line)
  const reading = {
    text: line,
    stripped,
    items: findItems(language, stripped),
    preparation: findPreparation(language, stripped),
    medicines: findMedicines(language, line),
    english: findEnglish(language, line),
    isUnfilled: /[{}]|\*\*|undefined/u.test(line),
  }
  readings(language).set(line, reading)
  return reading
}
