import type { Problem } from '../domain/app-error.ts'
import type { IsoDate } from '../domain/calendar.ts'
import { checkLanguage } from './check-language.ts'
import { listCarriedFacts } from './check-facts.ts'
import { listOutdatedFiles } from './list-outdated-files.ts'
import { loadContent, type LoadedContent } from './load-content.ts'

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`

function summarize(content: LoadedContent): string {
  const { topics, wording } = content
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
    ...listOutdatedFiles(content).map(({ name }) => `${name} is older than the English`),
  ].join(', ')
}

export type CheckedContent = {
  readonly problems: readonly Problem[]
  readonly summary: string
  readonly content: LoadedContent
}

/**
 * Judges a content folder as it would ship on `today`: structure, references, facts, wording.
 * @param release when true, a translation that is older than the English is a problem too
 */
export function checkContent(folder: string, today: IsoDate, { release = false } = {}): CheckedContent {
  const content = loadContent(folder, today)
  const outdated = release ? listOutdatedFiles(content).flatMap(({ problems }) => problems) : []
  return {
    problems: [...content.problems, ...checkLanguage(folder, content), ...outdated],
    summary: summarize(content),
    content,
  }
}
