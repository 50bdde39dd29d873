import type { Selection } from './selection.ts'
import type { Topic, TopicWords } from './topic.ts'
import type { IsoDate } from './calendar.ts'
import { addWeeks, resolveRetestDate } from './retest-date.ts'

/** The ticked causes whose usual wait is the shortest, in weeks, where the next test is to be later still. */
export type LateRetest = { readonly weeks: number; readonly causes: readonly string[] }

/** Whether the next test is later than is usual for a ticked cause, however high the results are; null when it is not. */
export function findLateRetest(
  topic: Topic,
  selection: Pick<Selection, 'causes' | 'results' | 'retest'>,
  today: IsoDate,
): LateRetest | null {
  const date = resolveRetestDate(topic, selection, today)
  const ticked = topic.causes.filter(({ id }) => selection.causes.some((cause) => cause.id === id))
  const weeks = Math.min(...ticked.flatMap(({ retestWeeks }) => retestWeeks ?? []))
  if (date === null || weeks === Number.POSITIVE_INFINITY || date <= addWeeks(today, weeks)) return null
  return { weeks, causes: ticked.flatMap(({ id, retestWeeks }) => (retestWeeks === weeks ? [id] : [])) }
}

/** The same as a sentence for the clinician, in English, the language of the window; `words` name the causes. */
export function describeLateRetest({ weeks, causes }: LateRetest, words: TopicWords): string {
  const names = causes.map((id) => words.causes[id]?.name ?? id).join(' and ')
  return `The next test is later than usual for ${names} (${weeks === 1 ? '1 week' : `${weeks} weeks`}).`
}
