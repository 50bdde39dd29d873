import type { Selection } from './selection.ts'
import type { LibraryTopic } from './library.ts'
import { tell, type Message } from './message.ts'
import { sayInEach } from './say-in-each.ts'
import type { Topic } from './topic.ts'
import type { IsoDate } from './calendar.ts'
import { say } from './fill-slots.ts'
import { addWeeks, resolveRetestDate } from './retest-date.ts'

/**
 * The ticked causes whose usual wait is the shortest, in weeks, where the next test is to be later still. An urgent cause
 * waits 0 weeks: it is seen the same day.
 */
export type LateRetest = { readonly weeks: number; readonly causes: readonly string[] }

/** Whether the next test is later than is usual for a ticked cause, however high the results are; null when it is not. */
export function findLateRetest(topic: Topic, selection: Selection, today: IsoDate): LateRetest | null {
  const date = resolveRetestDate(topic, selection, today)
  const ticked = topic.causes.filter(({ id }) => selection.causes.some((cause) => cause.id === id))
  const waits = ticked.flatMap(({ id, urgent, retestWeeks }) => {
    const usual = urgent ? 0 : retestWeeks
    return usual === undefined ? [] : [{ id, usual }]
  })
  const weeks = Math.min(...waits.map(({ usual }) => usual))
  if (date === null || weeks === Number.POSITIVE_INFINITY || date <= addWeeks(today, weeks)) return null
  return { weeks, causes: waits.flatMap(({ id, usual }) => (usual === weeks ? [id] : [])) }
}

/** The same as a sentence for the clinician, as the content says it; `entry` names the causes. */
export function describeLateRetest({ weeks, causes }: LateRetest, { words }: Pick<LibraryTopic, 'words'>): Message {
  const sentence = sayInEach(words, ({ causes: said, lateRetest, language }) => {
    const { sameDay, oneWeek, weeks: moreWeeks } = lateRetest
    const names = new Intl.ListFormat(language).format(causes.map((id) => said[id]?.name ?? id))
    const one = weeks === 0 ? sameDay : weeks === 1 ? oneWeek : moreWeeks
    return say(one, { causes: names, weeks: String(weeks) })
  })
  return tell('content-says', { sentence })
}
