import type { IsoDate } from '../../domain/calendar.ts'
import type { Language } from '../../domain/ids.ts'
import type { Library } from '../../domain/library.ts'
import { writeDate } from '../../domain/sheet-draft.ts'

/** A day in the language of the window, in the form that sheets in it have. */
export function writeDay(day: IsoDate, wordings: Library['wording'], language: Language): string {
  const wording = wordings[language] ?? wordings.en
  return wording === undefined ? day : writeDate({ wording }, day, 'shortDate')
}
