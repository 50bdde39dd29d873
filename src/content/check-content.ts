import type { Problem } from '../domain/app-error.ts'
import type { IsoDate } from '../domain/calendar.ts'
import { checkLanguage } from './check-language.ts'
import { listCarriedFacts } from './check-facts.ts'
import { loadContent, type LoadedContent } from './load-content.ts'

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`

function summarize({ topics, wording }: LoadedContent): string {
  const all = topics.map(({ value }) => value)
  const sum = (of: (topic: (typeof all)[number]) => number) => all.reduce((total, topic) => total + of(topic), 0)
  const items = sum(
    (topic) => topic.everyday.length + topic.causes.reduce((total, cause) => total + cause.items.length, 0),
  )
  const promised = sum((topic) => new Set(topic.facts).size)
  const carried = sum((topic) => listCarriedFacts(topic).filter((fact) => topic.facts.includes(fact)).length)
  const languages = wording.map(({ value }) => value.language).join(', ')
  return [
    `content: ${count(all.length, 'topic')}`,
    count(
      sum((topic) => topic.causes.length),
      'cause',
    ),
    count(items, 'item'),
    `${carried} of ${promised} seed facts carried`,
    `languages ${languages}`,
  ].join(', ')
}

/** Judges a content folder as it would ship on `today`: structure, references, facts, wording. */
export function checkContent(folder: string, today: IsoDate): { problems: readonly Problem[]; summary: string } {
  const content = loadContent(folder, today)
  return { problems: [...content.problems, ...checkLanguage(folder, content)], summary: summarize(content) }
}
