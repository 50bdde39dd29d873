import { describe, expect, test } from 'vitest'
import type { ClinicApi } from '../../src/ipc/contract.ts'
import { AppError } from '../../src/domain/app-error.ts'
import { createAsk, toAppError } from '../../src/renderer/clinic-api.ts'

/** A bridge whose every channel answers the same. */
function aBridge(answer: () => Promise<unknown>): ClinicApi {
  // The tests choose what comes back; the types of the contract are not what is tested here.
  return new Proxy({}, { get: () => answer }) as ClinicApi
}

describe('asking the main process', () => {
  test('gives the value of a good reply', async () => {
    const ask = createAsk(aBridge(async () => ({ ok: true, value: [{ name: 'Office', isDefault: true }] })))
    await expect(ask('printers.list', {})).resolves.toEqual([{ name: 'Office', isDefault: true }])
  })

  test('throws what went wrong, with its code and fields', async () => {
    const problems = [{ field: 'note', message: 'This letter cannot be printed.' }]
    const ask = createAsk(aBridge(async () => ({ ok: false, code: 'unprintable-text', problems })))
    const thrown: unknown = await ask('settings.read', {}).catch((error: unknown) => error)
    expect(thrown).toBeInstanceOf(AppError)
    expect(thrown).toMatchObject({ code: 'unprintable-text', problems, message: 'This letter cannot be printed.' })
  })

  test('throws a sentence when there is no answer at all', async () => {
    const ask = createAsk(aBridge(async () => Promise.reject(new Error('ECONNRESET'))))
    await expect(ask('settings.read', {})).rejects.toThrow('CareSheet did not answer')
  })
})

test('a fault of our own is told without its inner words', () => {
  expect(toAppError(new TypeError('x is undefined')).message).not.toContain('undefined')
})
