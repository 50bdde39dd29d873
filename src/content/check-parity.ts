import type { ReadingRules } from '../domain/reading-rules.ts'
import { toProse } from '../domain/sentences.ts'
import { listNegations, listNumbers, listSortedSlots, listThings } from './count-meaning.ts'
import type { PlacedText } from './list-texts.ts'
import type { Finding } from './read-yaml.ts'

/** Texts that each language builds its own way: names of months, and the order of a date. */
const ownWay = new Set(['weekdays', 'months', 'longDate'])

const quote = (values: readonly string[]) => (values.length === 0 ? 'none' : values.join(', '))

function compare(
  { path, text, reader }: PlacedText,
  english: PlacedText,
  rules: ReadingRules,
  englishRules: ReadingRules,
): Finding[] {
  const findings: Finding[] = []
  const say = (what: string, mine: readonly string[], theirs: readonly string[]) => {
    if (mine.join('|') !== theirs.join('|'))
      findings.push({
        path,
        message: `The ${what} differ from the English: here ${quote(mine)}, there ${quote(theirs)}.`,
      })
  }
  const [mine, theirs] = [toProse(text), toProse(english.text)]
  say('slots', listSortedSlots(text), listSortedSlots(english.text))
  say('numbers', listNumbers(mine, rules), listNumbers(theirs, englishRules))
  if (rules.sameMeaning.includes(path.join('.'))) return findings
  if (reader === 'patient') say('things named', listThings(mine, rules), listThings(theirs, englishRules))
  const [here, there] = [listNegations(mine, rules), listNegations(theirs, englishRules)]
  const count = (negated: readonly boolean[]) => negated.filter(Boolean).length
  const isTurned = here.length === there.length && here.join() !== there.join()
  if (count(here) !== count(there) || isTurned)
    findings.push({
      path,
      message: `${isTurned ? 'Other sentences than in the English say' : `This has ${count(here)} sentences that say`} "not"; the English has ${count(there)}: "${theirs}" If both say the same, add ${path.join('.')} to sameMeaning in reading-rules.`,
    })
  return findings
}

/** Where a translation does not say as much as the English: a text too many or too few, slots, numbers with units, negations. */
export function checkParity(
  texts: readonly PlacedText[],
  english: readonly PlacedText[],
  rules: ReadingRules,
  englishRules: ReadingRules,
): Finding[] {
  const place = ({ path }: PlacedText) => path.join('.')
  const byPlace = new Map(english.map((text) => [place(text), text]))
  const known = new Set(texts.map(place))
  return [
    ...english
      .filter((text) => !known.has(place(text)))
      .map(({ path, text }) => ({ path, message: `${path.join('.')} is not there; the English says "${text}".` })),
    ...texts
      .filter(({ path }) => !ownWay.has(String(path[0])))
      .flatMap((text): Finding[] => {
        const source = byPlace.get(place(text))
        if (!source) return [{ path: text.path, message: 'The English has no such text.' }]
        return compare(text, source, rules, englishRules)
      }),
  ]
}
