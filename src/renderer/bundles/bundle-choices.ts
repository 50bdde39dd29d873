import { BundleChoices } from '../../domain/bundle.ts'
import type { Topic } from '../../domain/topic.ts'
import type { Draft } from '../draft.ts'
import { readChoices } from '../read-draft.ts'

/** What of a draft is the same for the next patient: nothing of this one goes into a bundle. */
export function toBundleChoices(draft: Draft, topic: Topic): BundleChoices {
  const { causes, ordered, dropped, added, medicines } = readChoices(draft, topic)
  const { choice } = draft.retest
  const { retestCard, depth } = draft
  const isWeeks = choice !== 'usual' && choice !== 'none' && choice !== 'date'
  const retest = isWeeks ? { kind: 'weeks', weeks: Number(choice) } : { kind: choice === 'none' ? 'none' : 'usual' }
  return BundleChoices.parse({ topic: topic.id, causes, ordered, dropped, added, medicines, retest, retestCard, depth })
}

/** The fields of a draft as a bundle has them; causes that the topic does not have are left out. */
export function fillFromBundle({ causes: known }: Topic, choices: BundleChoices) {
  const { causes, ordered, dropped, added, medicines, retest, retestCard, depth } = choices
  const ids = known.map(({ id }) => id)
  const ticked = causes.map(({ id }) => id).filter((id) => ids.includes(id))
  return {
    ticked,
    order: ordered ? [...ticked, ...ids.filter((id) => !ticked.includes(id))] : ids,
    certainty: Object.fromEntries(causes.map(({ id, certainty }) => [id, certainty])),
    switched: Object.fromEntries([
      ...dropped.map((id): [string, boolean] => [id, false]),
      ...added.map((id): [string, boolean] => [id, true]),
    ]),
    medicines,
    retest: { choice: retest.kind === 'weeks' ? (`${retest.weeks}` as const) : retest.kind, date: '' },
    retestCard,
    depth,
  } satisfies Partial<Draft>
}
