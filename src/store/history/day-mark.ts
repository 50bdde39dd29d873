import { createHash } from 'node:crypto'
import { IsoDate } from '../../domain/calendar.ts'

/** A day as history.db holds it in clear. */
export type DayMark = {
  readonly day: IsoDate
  /** whether a sum stands behind it, by which one wrong bit shows; days of before that was written have none */
  readonly isSummed: boolean
}

const form = /^(?<day>\d{4}-\d{2}-\d{2})(?: (?<sum>[0-9a-f]{8}))?$/u

function sumDay(day: IsoDate, beside: string): string {
  return createHash('sha256').update(`${beside}|${day}`).digest('hex').slice(0, 8)
}

/** Writes a day with a sum of it and of what stands beside it: "2026-11-22 1f3a9c02", which sorts as the day does. */
export function markDay(day: IsoDate, beside = ''): string {
  return `${day} ${sumDay(day, beside)}`
}

/** The day that was written; null when it is none, or its sum does not fit. */
export function readMark(text: string, beside = ''): DayMark | null {
  const { day, sum } = form.exec(text)?.groups ?? {}
  if (day === undefined || !IsoDate.safeParse(day).success) return null
  if (sum === undefined) return { day, isSummed: false }
  return sum === sumDay(day, beside) ? { day, isSummed: true } : null
}
