import { createHash } from 'node:crypto'
import type { LoggedHandout } from '../../src/domain/handout-log.ts'

/** Hex SHA-256 of a text. */
const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** A sheet that was given. */
export const aHandout: LoggedHandout = {
  id: '0c6f2f0e-6f0a-4c6e-9a55-000000000000',
  givenAt: '2026-11-22T09:30:00.000Z',
  madeOn: '2026-11-22',
  way: 'printed',
  audience: 'patient',
  staff: 'Nurse 2',
  topic: 'raised-liver-enzymes',
  topicVersion: '0.1.0',
  contentSha256: hash('content'),
  appVersion: '0.1.0',
  sheetId: '7F3A-91C2',
  languages: ['en'],
  causes: [
    { id: 'fatty-liver', certainty: 'likely' },
    { id: 'alcohol', certainty: 'checking' },
  ],
  pages: 2,
  copies: 1,
  overrideReason: '',
  teachBack: null,
  pdfSeal: hash('pdf'),
}

/** A library whose one topic has this hash, as far as the records look into it. */
export function makeContent(topicSha256: string, note = '') {
  const text = JSON.stringify({ note, topics: [{ sha256: topicSha256 }] })
  return { hash: hash(text), text }
}

/** A library that `aHandout` may have been made from. */
export const aContent = (() => {
  const text = JSON.stringify({ topics: [{ sha256: aHandout.contentSha256 }] })
  return { hash: hash(text), text }
})()

/** The `number`th of many sheets, each a minute after the one before. */
export function makeHandout(number: number, change: Partial<LoggedHandout> = {}): LoggedHandout {
  return {
    ...aHandout,
    id: `0c6f2f0e-6f0a-4c6e-9a55-${number.toString(16).padStart(12, '0')}`,
    givenAt: new Date(Date.UTC(2026, 0, 1, 8, number)).toISOString(),
    pdfSeal: hash(`pdf ${number}`),
    ...change,
  }
}
