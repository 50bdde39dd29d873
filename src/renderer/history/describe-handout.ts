import { toLocalDate } from '../../domain/calendar.ts'
import type { LoggedHandout } from '../../domain/handout-log.ts'
import type { Library } from '../../domain/library.ts'
import type { Words } from '../words/words.ts'

/** A sheet that was given, in the words of the window. */
export type DescribedHandout = {
  readonly when: string
  readonly topic: string
  readonly causes: string
  readonly way: string
  readonly languages: string
  /** for whom: the patient, or a carer */
  readonly audience: string
}

/** Names topic and causes as the library calls them today; what it no longer has is named by its id. */
export function describeHandout(handout: LoggedHandout, library: Library, words: Words): DescribedHandout {
  const { t, language } = words
  const known = library.topics.find(({ topic }) => topic.id === handout.topic)?.words
  const spoken = known?.[language] ?? known?.en
  const { way, copies, languages, audience, madeOn } = handout
  const givenAt = new Date(handout.givenAt)
  // The day that stands on it is older only where it was printed again.
  const printed = madeOn !== null && madeOn < toLocalDate(givenAt) ? 'history.printedAgain' : 'history.printed'
  return {
    when: words.writeMoment(givenAt),
    topic: spoken?.title ?? handout.topic,
    causes: handout.causes.map(({ id }) => spoken?.causes[id]?.name ?? id).join(' · '),
    way: way === 'saved' ? t('history.saved') : t(printed, { count: copies }),
    languages: languages.map((each) => library.wording[each]?.languageName ?? each).join(' + '),
    audience: t(audience === 'carer' ? 'history.toCarer' : 'history.toPatient'),
  }
}
