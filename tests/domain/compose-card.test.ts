import { describe, expect, test } from 'vitest'
import { composeSheet } from '../../src/domain/compose-sheet.ts'
import { pairSheets } from '../../src/domain/pair-sheets.ts'
import { listBlockText } from '../../src/domain/sheet.ts'
import { toPlainText } from '../../src/domain/to-plain-text.ts'
import { aClinic, aLibrary, aSelection, hash, noClinic } from './make.ts'

const private_ = {
  patientName: 'Patient Name',
  note: 'A note.',
  medicinesToStop: ['Some tablets'],
  results: [{ analyte: 'ALT', value: 96, upperLimit: 40, unit: 'U/L' }],
}
const compose = (more: object = {}, clinic = aClinic) =>
  composeSheet({
    library: aLibrary(),
    selection: aSelection(['running', 'fatty', 'tablets'], { retestCard: true, ...more }),
    clinic,
    today: '2026-11-22',
    hash,
  })
const findCard = (...given: Parameters<typeof compose>) => compose(...given).sections.find(({ id }) => id === 'card')
const findCode = (...given: Parameters<typeof compose>) =>
  findCard(...given)?.blocks.find((block) => block.kind === 'calendar')

describe('the card to cut out', () => {
  test('ends the sheet, and says when, how to prepare and whom to call', () => {
    expect(compose().sections.at(-1)?.blocks.flatMap(listBlockText)).toEqual([
      'Cut out',
      'Next test',
      'Monday 7 December 2026',
      'Rest for 7 days.',
      'Bring your list.',
      'Hill Clinic · 555\u00a00134',
      'Scan it.',
    ])
  })

  test('hangs alone, so it says how to prepare where a first action of page 1 says it, and no line says it twice', () => {
    const library = aLibrary()
    const [entry] = library.topics
    if (!entry) throw new Error('The library has no topic.')
    const preparation = entry.topic.preparation.map((line) => ({ ...line, saidBy: ['walk-only'] }))
    const topics = [{ ...entry, topic: { ...entry.topic, preparation } }]
    const composeWith = (choices: object, firstActionsAtMost?: number) => {
      const sheet = composeSheet({
        library: { ...library, topics },
        selection: aSelection(['running', 'tablets'], {
          retestCard: true,
          retest: { kind: 'weeks', weeks: 2 },
          ...choices,
        }),
        clinic: aClinic,
        today: '2026-11-22',
        hash,
        ...(firstActionsAtMost !== undefined && { firstActionsAtMost }),
      })
      return (wanted: string) => sheet.sections.find(({ id }) => id === wanted)?.blocks.flatMap(listBlockText)
    }
    const usual = composeWith({})
    expect(usual('next-steps')).toContain('Walk only.')
    expect(usual('next-steps')).not.toContain('Bring your list.')
    expect(usual('card')).toContain('Bring your list.')
    const tight = composeWith({}, 0)
    expect(tight('next-steps')).not.toContain('Walk only.')
    expect(tight('next-steps')).toContain('Bring your list.')
    expect(composeWith({ dropped: ['walk-only'] })('next-steps')).toContain('Bring your list.')
  })

  test('is there only when it was asked for and there is a day to put on it', () => {
    expect(findCard({ retestCard: false })).toBeUndefined()
    expect(findCard({ retest: { kind: 'none' } })).toBeUndefined()
  })

  test('holds the day for the phone in the words of the sheet', () => {
    const code = findCode()
    expect(code?.event).toContain('DTSTART;VALUE=DATE:20261207\r\nSUMMARY:Sample test\r\nLOCATION:Hill Clinic\r\n')
    expect(code?.alternative).toBe('A code for Monday 7 December 2026.')
  })

  test('says nothing of the patient, the causes or the results, for strangers may see it', () => {
    expect(findCard(private_)).toEqual(findCard({ audience: 'carer' }))
    expect(findCode(private_)?.event).toBe(findCode({ causes: [{ id: 'running' }] })?.event)
  })

  test('of a clinic without a name has no place, and no empty number', () => {
    expect(findCard({}, noClinic)?.blocks.flatMap(listBlockText)).toContain('Your clinic')
    expect(findCode({}, noClinic)?.event).not.toMatch(/LOCATION|DESCRIPTION/u)
  })

  test('leaves out a line of preparation that the clinician took out', () => {
    expect(findCard({ dropped: ['rest-first'] })?.blocks.flatMap(listBlockText)).not.toContain('Rest for 7 days.')
  })

  test('says in both languages what the code is for, where they stand side by side', () => {
    const sheet = compose()
    const second = { ...sheet, language: 'es' as const }
    const blocks = pairSheets(sheet, second).sections.at(-1)?.blocks ?? []
    expect(blocks.map((pair) => pair.length)).toEqual([2, 2, 2, 2, 2, 2])
  })

  test('is told as plain text with the code in words', () => {
    expect(toPlainText(compose())).toContain(`
Cut out
Next test: Monday 7 December 2026
Rest for 7 days.
Bring your list.
Hill Clinic · 555 0134
A code for Monday 7 December 2026.
`)
  })
})
