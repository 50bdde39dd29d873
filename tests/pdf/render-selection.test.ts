import { describe, expect, it } from 'vitest'
import { AppError } from '../../src/domain/app-error.ts'
import { layOutSelection } from '../../src/pdf/render-selection.ts'
import { aClinic, aLibrary, aSelection } from '../domain/make.ts'
import { fonts } from './render.ts'

const today = '2026-11-22'

function refuse(selection: Parameters<typeof aSelection>, clinic = aClinic) {
  try {
    layOutSelection({ library: aLibrary(), selection: aSelection(...selection), clinic, today }, fonts)
    return null
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { code: error.code, fields: error.problems.map(({ field }) => field) }
  }
}

describe('a sheet with several things to mend', () => {
  const past = { retest: { kind: 'date', date: '2026-11-21' } }
  const strange = { patientName: 'Patient 😀' }

  it('is refused with all of them at once: wrong choices, and what no font can print', () => {
    expect(refuse([['running', 'moon'], { ...past, ...strange }], { ...aClinic, name: 'Hill 😀' })).toEqual({
      code: 'bad-input',
      fields: ['causes.1.id', 'retest.date', 'patientName', 'clinic.name'],
    })
  })

  it('is refused for what cannot be printed alone', () => {
    expect(refuse([['running'], strange])).toEqual({ code: 'unprintable-text', fields: ['patientName'] })
    expect(refuse([['running'], past])).toEqual({ code: 'bad-input', fields: ['retest.date'] })
    expect(refuse([['running']])).toBeNull()
  })

  it('that is of an unknown topic is told of its name too', () => {
    expect(refuse([['running'], { topic: 'moon', ...strange }])).toEqual({
      code: 'bad-input',
      fields: ['topic', 'patientName'],
    })
  })
})
