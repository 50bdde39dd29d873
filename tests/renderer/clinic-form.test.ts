import { expect, test } from 'vitest'
import { joinWords, listMissing, readClinic } from '../../src/renderer/settings/clinic-form.ts'
import { aClinic, noClinic } from '../domain/make.ts'

test('a clinic is read, or told at its field what to mend', () => {
  expect(readClinic({ ...aClinic, name: '  Hill Clinic ' }).clinic?.name).toBe('Hill Clinic')
  const { clinic, problems } = readClinic({ ...aClinic, phone: 'x'.repeat(41) })
  expect(clinic).toBeNull()
  expect(problems.map(({ field }) => field)).toEqual(['phone'])
})

test('what a patient would miss on paper is named', () => {
  expect(listMissing(aClinic)).toEqual([])
  expect(joinWords(listMissing(noClinic))).toBe('clinic name, phone or emergency number')
  expect(joinWords(listMissing({ ...aClinic, phone: '' }))).toBe('phone')
})
