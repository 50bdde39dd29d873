import { describe, expect, test } from 'vitest'
import { choosePrinter, explainBlocked, explainNoPrinter } from '../../src/renderer/sheet/explain-blocked.ts'
import { stepZoom, toScale } from '../../src/renderer/sheet/zoom.ts'
import { english } from './make-words.ts'

describe('zoom', () => {
  test('steps from what is shown, and stops at the ends', () => {
    expect(stepZoom(55, 'in')).toEqual({ kind: 'percent', percent: 75 })
    expect(stepZoom(55, 'out')).toEqual({ kind: 'percent', percent: 50 })
    expect(stepZoom(75, 'in')).toEqual({ kind: 'percent', percent: 100 })
    expect(stepZoom(75, 'out')).toEqual({ kind: 'percent', percent: 50 })
    expect(stepZoom(300, 'in')).toEqual({ kind: 'percent', percent: 300 })
    expect(stepZoom(25, 'out')).toEqual({ kind: 'percent', percent: 25 })
  })

  test('fits the width, or scales actual size', () => {
    expect(toScale({ kind: 'fit' }, 300, 600)).toBe(0.5)
    expect(toScale({ kind: 'percent', percent: 75 }, 300, 600)).toBe(1)
  })
})

describe('why a sheet is held back', () => {
  const problem = (field: string) => ({ field, message: `About ${field}.` })

  test('counts the fields whose messages stand beside them', () => {
    expect(explainBlocked([], english)).toBeNull()
    expect(explainBlocked([problem('note')], english)).toBe('One field needs your attention.')
    expect(explainBlocked([problem('results.ALT.value'), problem('retest.date')], english)).toBe(
      '2 fields need your attention.',
    )
  })

  test('says in full what stands beside no field', () => {
    expect(explainBlocked([problem('topic'), problem('note')], english)).toBe(
      'About topic. One field needs your attention.',
    )
    expect(explainBlocked([problem('')], english)).toBe('About .')
  })
})

describe('printers', () => {
  const printers = [
    { name: 'Hall', isDefault: false },
    { name: 'Office', isDefault: true },
  ]

  test('the chosen one is used while it is there, else the default, else the first', () => {
    expect(choosePrinter(printers, 'Hall')).toBe('Hall')
    expect(choosePrinter(printers, 'Gone')).toBe('Office')
    expect(choosePrinter([{ name: 'Hall', isDefault: false }], null)).toBe('Hall')
    expect(choosePrinter([], null)).toBeNull()
    expect(choosePrinter(null, null)).toBeNull()
  })

  test('none is said with the way out', () => {
    expect(explainNoPrinter([], 'Save the PDF.', english)).toBe('Save the PDF.')
    expect(explainNoPrinter(null, 'Save the PDF.', english)).toMatch('Looking')
    expect(explainNoPrinter(printers, 'Save the PDF.', english)).toBeNull()
  })
})
