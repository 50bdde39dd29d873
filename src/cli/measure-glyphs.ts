import { listMeanings, listTexts, listWording } from '../content/list-texts.ts'
import type { LoadedContent } from '../content/load-content.ts'
import { missAt, type Measure } from '../content/measure.ts'
import { listUnprintable } from '../pdf/check-printable.ts'
import type { Fonts } from '../pdf/load-fonts.ts'

const name = 'Characters the fonts can print'

/** Whether the fonts of the paper have every character of every text, in each language. */
export function measureGlyphs({ topics, wording, glossary }: LoadedContent, fonts: Fonts): Measure {
  const texts = [
    ...topics.flatMap(({ words }) => words.flatMap(({ value }) => listTexts(value))),
    ...wording.flatMap(({ value }) => listWording(value)),
    ...glossary.flatMap(({ value }) => [...listMeanings(value), { text: value.pattern }]),
    ...topics.flatMap(({ value }) =>
      Object.values(value.sources).flatMap(({ citation, publisher = '' }) => [{ text: citation }, { text: publisher }]),
    ),
  ].flatMap(({ text }) => (text === '' ? [] : [text]))
  const characters = new Set(texts.join(''))
  const missing = listUnprintable(texts.join(''), fonts)
  return {
    name,
    gate: 'all of them',
    figures: [`${characters.size - missing.length} of ${characters.size} characters, in ${texts.length} texts`],
    misses: missing.map((character) => missAt(name, `No font has "${character}".`)),
  }
}
