import { expect, test, vi } from 'vitest'
import { logFailure } from '../../src/main/log-failure.ts'

test('the log has what failed and the kind of error, never its text', () => {
  const written = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  logFailure('sheet.render', new RangeError('Patient Name'))
  logFailure('settings.save', Object.assign(new Error('Patient Name'), { code: 'ENOSPC' }))
  logFailure('a task', 'Patient Name')
  logFailure('a task', undefined)
  expect(written.mock.calls.map(([line]) => String(line))).toEqual([
    'CareSheet: sheet.render failed: RangeError',
    'CareSheet: settings.save failed: Error ENOSPC',
    'CareSheet: a task failed: string',
    'CareSheet: a task failed: undefined',
  ])
  written.mockRestore()
})
