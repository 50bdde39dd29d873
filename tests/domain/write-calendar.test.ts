import { describe, expect, test } from 'vitest'
import { writeCalendar, type CalendarDay } from '../../src/domain/write-calendar.ts'

const day: CalendarDay = {
  day: '2026-12-07',
  written: '2026-11-22',
  summary: 'Blood test',
  location: 'Hill Clinic',
  description: '555 0134',
}
const write = (change: Partial<CalendarDay> = {}) => writeCalendar({ ...day, ...change })
const unfold = (text: string) => text.replaceAll('\r\n ', '')

describe('a day for a calendar', () => {
  test('is one whole day, with nothing of the clock in it', () => {
    expect(write().split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//CareSheet//EN',
      'BEGIN:VEVENT',
      'UID:20261207-5550134@caresheet',
      'DTSTAMP:20261122T000000Z',
      'DTSTART;VALUE=DATE:20261207',
      'SUMMARY:Blood test',
      'LOCATION:Hill Clinic',
      'DESCRIPTION:555 0134',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  test('leaves out what a clinic has not given', () => {
    expect(write({ location: '', description: '' })).not.toMatch(/LOCATION|DESCRIPTION/u)
  })

  test('keeps commas, semicolons, backslashes and line ends as text', () => {
    expect(write({ location: 'Hill; Dale, Co\\op' })).toContain(String.raw`LOCATION:Hill\; Dale\, Co\\op`)
    expect(write({ location: 'a\nEND:VEVENT' })).toContain(String.raw`LOCATION:a\nEND:VEVENT`)
  })

  test('has no line of more than 75 octets, and no character is cut', () => {
    for (const location of ['社区卫生服务中心'.repeat(9), 'é'.repeat(80), '𠮷'.repeat(40), 'x'.repeat(66)]) {
      const text = write({ location })
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(unfold(text)).toContain(`LOCATION:${location}\r\n`)
    }
  })
})
