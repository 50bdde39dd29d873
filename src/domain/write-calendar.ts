import type { IsoDate } from './calendar.ts'

/** A whole day in a patient's calendar. An empty place or description is left out. */
export type CalendarDay = {
  readonly day: IsoDate
  /** the day the event was written */
  readonly written: IsoDate
  readonly summary: string
  readonly location: string
  readonly description: string
}

/** Longest line in octets, its line end not counted: RFC 5545, 3.1. */
const lineAtMost = 75

/** Text as a value: RFC 5545, 3.3.11. */
function escapeValue(text: string): string {
  return text.replaceAll(/[\\;,]/gu, String.raw`\$&`).replaceAll('\n', String.raw`\n`)
}

function countOctets(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x1_0000 ? 3 : 4
}

/** A line cut between characters; what follows a cut begins with a space. */
function foldLine(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const needed = countOctets(character)
    if (octets + needed > lineAtMost) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += needed
  }
  return folded
}

const compactDate = (date: IsoDate) => date.replaceAll('-', '')

/**
 * A day as an iCalendar text (RFC 5545) that a phone can take from a QR code. The same day gives the same text: the name of
 * the event is made of its day and the digits of its description.
 */
export function writeCalendar({ day, written, summary, location, description }: CalendarDay): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//CareSheet//EN',
    'BEGIN:VEVENT',
    `UID:${compactDate(day)}-${description.replaceAll(/\D/gu, '')}@caresheet`,
    `DTSTAMP:${compactDate(written)}T000000Z`,
    `DTSTART;VALUE=DATE:${compactDate(day)}`,
    `SUMMARY:${escapeValue(summary)}`,
    ...(location === '' ? [] : [`LOCATION:${escapeValue(location)}`]),
    ...(description === '' ? [] : [`DESCRIPTION:${escapeValue(description)}`]),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}
