import { toLocalDate } from '../domain/calendar.ts'
import type { FollowUpList } from '../ipc/history.ts'
import type { Library } from '../domain/library.ts'
import { writeCsv } from '../domain/write-csv.ts'
import type { Catalogue } from '../words/catalogues.ts'
import type { Language } from '../domain/ids.ts'

/** So that a spreadsheet reads names in Chinese as such. */
const utf8Mark = '\ufeff'

/**
 * The follow-up list as a CSV file, with heads in the clinician's language. It holds names, to be
 * sealed before it leaves. Records that are damaged are counted at its end, for tests may be missing.
 */
export function writeFollowUps(
  { followUps, damaged }: FollowUpList,
  library: Library,
  language: Language,
  words: Catalogue['window']['followUps'],
): Uint8Array {
  const { patient, topic, causes, givenOn, dueOn, state, doneOn, states } = words
  const rows = followUps.map(({ record, ...followUp }) => {
    const { handout } = record
    const said = library.topics.find((entry) => entry.topic.id === handout.topic)?.words
    const named = said?.[language] ?? said?.en
    return [
      record.patientName,
      named?.title ?? handout.topic,
      handout.causes.map(({ id }) => named?.causes[id]?.name ?? id).join('; '),
      toLocalDate(new Date(handout.givenAt)),
      followUp.dueOn,
      states[followUp.state],
      record.doneOn ?? '',
    ]
  })
  const missing = damaged === 0 ? [] : [[words.damaged, String(damaged)]]
  const csv = writeCsv([[patient, topic, causes, givenOn, dueOn, state, doneOn], ...rows, ...missing])
  return new TextEncoder().encode(utf8Mark + csv)
}
