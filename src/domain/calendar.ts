import { z } from 'zod'
import { tell, toIssue, type FieldName, type MessageValue } from './message.ts'

const dayInMilliseconds = 86_400_000
/** Years a sheet can be of; outside them a date is a slip of the pen. */
const [firstYear, lastYear] = [2000, 2999]

/** Midnight UTC of a date, as milliseconds; NaN when the calendar has no such day. */
function toTime(date: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (!match) return Number.NaN
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  return new Date(time).toISOString().startsWith(date) ? time : Number.NaN
}

/** A day that exists, written YYYY-MM-DD; `name`, or the field's own, starts the message when it does not. */
export function isoDate(field: FieldName, name: MessageValue = tell(field)) {
  return z
    .string(toIssue(tell('date-unknown', { name })))
    .refine((date) => !Number.isNaN(toTime(date)), { message: toIssue(tell('date-unknown', { name })), abort: true })
    .refine(
      (date) => date >= `${firstYear}` && date < `${lastYear + 1}`,
      toIssue(tell('date-year', { name, first: firstYear, last: lastYear })),
    )
}

export const IsoDate = isoDate('field-date')
export type IsoDate = z.output<typeof IsoDate>

/** Day `days` after `date`. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(toTime(date) + days * dayInMilliseconds).toISOString().slice(0, 10)
}

/** The same day so many years later, to compare with; 29 February stays what it is. */
export function addYears(date: IsoDate, years: number): string {
  return `${Number(date.slice(0, 4)) + years}${date.slice(4)}`
}

/** Year, month (1-12), day, and weekday (0 is Sunday) of a date. */
export function readDateParts(date: IsoDate) {
  const time = new Date(toTime(date))
  return {
    year: time.getUTCFullYear(),
    month: time.getUTCMonth() + 1,
    day: time.getUTCDate(),
    weekday: time.getUTCDay(),
  }
}

/** Days on which few clinics draw blood: weekends, and the two holidays that most countries share. */
export function isFreeDay(date: IsoDate): boolean {
  const { weekday } = readDateParts(date)
  return weekday === 0 || weekday === 6 || date.endsWith('-12-25') || date.endsWith('-01-01')
}

/** The same day, or the next one on which clinics draw blood. */
export function moveToWorkingDay(date: IsoDate): IsoDate {
  return isFreeDay(date) ? moveToWorkingDay(addDays(date, 1)) : date
}

/** The local day of an instant, for the edge that owns the clock. */
export function toLocalDate(instant: Date): IsoDate {
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${String(instant.getFullYear()).padStart(4, '0')}-${pad(instant.getMonth() + 1)}-${pad(instant.getDate())}`
}
