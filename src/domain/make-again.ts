import { addDays, type IsoDate } from './calendar.ts'
import { nameSheet } from './compose-sheet.ts'
import type { LoggedHandout } from './handout-log.ts'
import { resolveRetestDate } from './retest-date.ts'
import { Paper } from './ids.ts'
import type { LibraryTopic } from './library.ts'
import { Selection, type Retest } from './selection.ts'

/** Weeks and days ahead that a next test is looked for. */
const [mostWeeks, mostDays] = [52, 366]

/** The next tests a sheet of this day may name, the likeliest first. */
function listRetests(day: IsoDate): Retest[] {
  const weeks = Array.from({ length: mostWeeks }, (_, index): Retest => ({ kind: 'weeks', weeks: index + 1 }))
  const dates = Array.from({ length: mostDays }, (_, index): Retest => ({ kind: 'date', date: addDays(day, index) }))
  return [{ kind: 'usual' }, { kind: 'none' }, ...weeks, ...dates]
}

/** The looks a sheet may have: what the log does not say, and what tells nothing of the patient. */
function listLooks(): Pick<Selection, 'paper' | 'size' | 'depth' | 'retestCard'>[] {
  const { size: sizes, depth: depths } = Selection.shape
  return Paper.options.flatMap((paper) =>
    sizes.unwrap().options.flatMap((size) =>
      depths
        .unwrap()
        .options.toReversed()
        .flatMap((depth) => [false, true].map((retestCard) => ({ paper, size, depth, retestCard }))),
    ),
  )
}

/** What the log holds of the choices behind a sheet. */
function toKnown({ topic, languages: [language, secondLanguage], causes, audience }: LoggedHandout) {
  return {
    topic,
    language,
    causes,
    audience,
    ordered: true,
    ...(secondLanguage === undefined ? {} : { secondLanguage }),
  }
}

/** The choices behind a sheet of the log, the day that stands on it, and the day of the test it names; null for none. */
export type FoundChoices = { readonly selection: Selection; readonly day: IsoDate; readonly retestOn: IsoDate | null }

/**
 * The days that may stand on a sheet of the log: the one that was kept; else the one on which it was first given, or the
 * one before, for it may have left after midnight.
 * @param firstGiven on which day the same PDF was first given, as far as the log still knows
 */
export function listDays({ madeOn }: LoggedHandout, firstGiven: IsoDate): readonly IsoDate[] {
  return madeOn === null ? [firstGiven, addDays(firstGiven, -1)] : [madeOn]
}

/**
 * The choices by which a sheet of the log has its short id: those that the log holds, with a look and a next test that give
 * that id. Null where none does: then advice was taken out or put in, a medicine was ticked, or it is of another day.
 * Name, results, note and what was ticked for the safety rules do not go into the id, so whether it is the very sheet
 * only the seal of its PDF can tell.
 * @param content the topic in the version the sheet was made from
 * @param days that may stand on it, the likeliest first
 * @param hash hex SHA-256 of a text, from the edge
 */
export function findChoices(
  content: LibraryTopic,
  handout: LoggedHandout,
  days: readonly IsoDate[],
  hash: (text: string) => string,
): FoundChoices | null {
  const known = Selection.parse(toKnown(handout))
  const looks = listLooks()
  for (const day of days)
    for (const retest of listRetests(day))
      for (const look of looks) {
        const selection = { ...known, ...look, retest }
        if (nameSheet({ selection, today: day, hash }, content) === handout.sheetId)
          return { selection, day, retestOn: resolveRetestDate(content.topic, selection, day) }
      }
  return null
}
