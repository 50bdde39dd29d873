import { expect, test } from 'vitest'
import { keepTyped, listMissing, readClinic } from '../../src/renderer/settings/clinic-form.ts'
import { aClinic, noClinic } from '../domain/make.ts'

test('a clinic is read, or told at its field what to mend', () => {
  expect(readClinic({ ...aClinic, name: '  Hill Clinic ' }).clinic?.name).toBe('Hill Clinic')
  const { clinic, problems } = readClinic({ ...aClinic, phone: 'x'.repeat(41) })
  expect(clinic).toBeNull()
  expect(problems.map(({ field }) => field)).toEqual(['phone'])
})

test('what a patient would miss on paper is named', () => {
  expect(listMissing(aClinic)).toEqual([])
  expect(listMissing(noClinic)).toEqual(['name', 'phone', 'emergencyNumber'])
  expect(listMissing({ ...aClinic, phone: '' })).toEqual(['phone'])
})

test('what was typed and not saved stays typed over a restored copy', () => {
  const restored = { ...aClinic, phone: '555 0001', address: 'Old Street 1' }
  expect(keepTyped({ ...aClinic, phone: '555 0002' }, aClinic, restored)).toEqual({ ...restored, phone: '555 0002' })
})
