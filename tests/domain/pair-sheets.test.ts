import { describe, expect, test } from 'vitest'
import { readContent } from '../../src/content/read-content.ts'
import { AppError } from '../../src/domain/app-error.ts'
import { composeSheet } from '../../src/domain/compose-sheet.ts'
import type { Language } from '../../src/domain/ids.ts'
import { composePaper, listPairedText, pairSheets } from '../../src/domain/pair-sheets.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import type { Sheet } from '../../src/domain/sheet.ts'
import { shipped } from '../content/plant.ts'
import { aClinic, hash } from './make.ts'

const library = readContent(shipped)
const causes = library.topics[0]?.topic.causes ?? []

const choices = {
  topic: 'raised-liver-enzymes',
  results: [{ analyte: 'ALT', value: 96, upperLimit: 45, unit: 'U/L' }],
  retest: { kind: 'date', date: '2026-12-07' },
  note: 'Well done.\nSee you soon.',
}

function compose(language: Language, ids: readonly string[], more: object = {}): Sheet {
  const selection = parseSelection({ ...choices, language, causes: ids.map((id) => ({ id })), ...more })
  return composeSheet({ library, selection, clinic: aClinic, today: '2026-11-22', hash })
}

function composeBoth(language: Language, secondLanguage: Language) {
  const selection = parseSelection({ ...choices, language, secondLanguage, causes: [{ id: 'fatty-liver' }] })
  const paper = composePaper({ library, selection, clinic: aClinic, today: '2026-11-22', hash })
  if (!('sheets' in paper)) throw new Error('There are not two languages.')
  return paper
}

describe('two languages of one sheet', () => {
  test.each(['full', 'short'] as const)('have a twin for every block, whatever is ticked, %s', (depth) => {
    const sets = [...causes.map(({ id }) => [id]), causes.map(({ id }) => id).slice(0, 6)]
    for (const ids of sets)
      for (const language of ['es', 'zh-CN'] as const) {
        const [first, second] = [compose(language, ids, { depth }), compose('en', ids, { depth })]
        const { sections } = pairSheets(first, second)
        expect(sections.map(({ id }) => id)).toEqual(second.sections.map(({ id }) => id))
        expect(sections.flatMap(({ blocks }) => blocks.map(([block]) => block))).toEqual(
          first.sections.flatMap(({ blocks }) => blocks),
        )
      }
  })

  test('are composed from one choice, with one id, and the patient’s first', () => {
    const paired = composeBoth('es', 'en')
    expect(paired.sheets.map(({ language }) => language)).toEqual(['es', 'en'])
    expect(new Set(paired.sheets.map(({ id }) => id)).size).toBe(1)
    expect(paired.sheets[1]).toEqual({
      ...compose('en', ['fatty-liver']),
      id: paired.sheets[0].id,
      footer: paired.sheets[1].footer,
    })
  })

  test('say each block in the one and then in the other, the clinic and the note once', () => {
    const text = listPairedText(composeBoth('es', 'en'))
    const next = text.indexOf('Sus próximos pasos')
    expect(text.slice(next, next + 2)).toEqual(['Sus próximos pasos', 'Your next steps'])
    for (const once of [aClinic.name, 'Well done.', 'See you soon.'])
      expect(text.filter((line) => line === once)).toHaveLength(1)
  })

  test('with a line too many in one are refused, not mixed', () => {
    const [first, second] = [compose('es', ['fatty-liver']), compose('en', ['fatty-liver', 'drug-injury'])]
    expect(() => pairSheets(first, second)).toThrow(AppError)
    const sections = second.sections.map((section) => ({ ...section, blocks: section.blocks.slice(1) }))
    expect(() => pairSheets(compose('es', ['fatty-liver', 'drug-injury']), { ...second, sections })).toThrow(AppError)
  })
})
