import { expect, test } from 'vitest'
import { Clinic } from '../../src/domain/clinic.ts'
import type { Channel } from '../../src/ipc/channels.ts'
import { contract, SearchHit } from '../../src/ipc/contract.ts'
import { createClinicApi } from '../../src/preload/create-clinic-api.ts'

const channels = Object.keys(contract) as Channel[]

test('the window may ask exactly this', () => {
  expect(channels.toSorted()).toEqual([
    'about.read',
    'bundles.export',
    'bundles.import',
    'bundles.keep',
    'bundles.list',
    'follow-ups.export',
    'follow-ups.list',
    'follow-ups.record-done',
    'habits.read',
    'habits.save',
    'history.count-old',
    'history.erase',
    'history.export-patient',
    'history.list',
    'history.list-patient',
    'history.lock',
    'history.print-code',
    'history.purge',
    'history.record-code-kept',
    'history.recover',
    'history.remove',
    'history.remove-patient',
    'history.renew-code',
    'history.reprint',
    'history.save-again',
    'history.show',
    'history.status',
    'history.switch-on',
    'history.touch',
    'history.unlock',
    'jobs.cancel',
    'jobs.list',
    'library.open',
    'library.search',
    'log.count-before',
    'log.list',
    'log.list-staff',
    'log.make-again',
    'log.purge',
    'log.record-teach-back',
    'log.reprint',
    'logo.choose',
    'logo.read',
    'logo.remove',
    'printers.last',
    'printers.list',
    'printers.options',
    'records.back-up',
    'records.choose-folder',
    'records.copy-trouble',
    'records.export',
    'records.healed',
    'records.hide-healed',
    'records.read-settings',
    'records.restore',
    'records.save-settings',
    'records.status',
    'records.use-own-folder',
    'settings.read',
    'settings.save',
    'sheet.print',
    'sheet.render',
    'sheet.save',
    'snippets.export',
    'snippets.import',
  ])
})

test('the page gets exactly the channels, each a function that passes its input on and nothing else', async () => {
  const sent: unknown[][] = []
  const api = createClinicApi(async (...given: unknown[]) => (sent.push(given), { ok: true }))
  expect(Object.keys(api).toSorted()).toEqual(channels.toSorted())
  for (const channel of channels) {
    // What is passed on does not depend on its shape: the main process parses it.
    const ask = api[channel] as (...given: unknown[]) => Promise<unknown>
    expect(await ask({ words: 'a' }, 'a second argument')).toEqual({ ok: true })
  }
  expect(sent).toEqual(channels.map((channel) => [channel, { words: 'a' }]))
})

test.each(channels)('%s takes no unknown field', (channel) => {
  const parsed = contract[channel].input.safeParse({ unheardOf: 1 })
  expect(parsed.error?.issues.map(({ code }) => code)).toContain('unrecognized_keys')
})

const selection = { topic: 'a', language: 'en', causes: [] }

const choice = { printer: 'PDF', copies: 1, sides: null, tray: null }

test.each<[Channel, unknown, boolean]>([
  ['library.search', { words: '', language: 'en' }, true],
  ['library.search', { words: 'a'.repeat(200), language: 'en' }, true],
  ['library.search', { words: 'a'.repeat(201), language: 'en' }, false],
  ['settings.save', Clinic.parse({}), true],
  ['settings.save', { paper: 'A5' }, false],
  ['sheet.render', selection, true],
  ['sheet.render', { ...selection, today: '2020-01-01' }, false],
  ['sheet.save', { selection, withRecord: false }, true],
  ['sheet.save', { selection }, false],
  ['logo.choose', { path: '/home/logo.png' }, false],
  ['sheet.print', { selection, choice }, true],
  ['sheet.print', { selection, choice: { ...choice, copies: 99, sides: 'short-edge', tray: 'Tray 1' } }, true],
  ['sheet.print', { selection, choice: { ...choice, copies: 0 } }, false],
  ['sheet.print', { selection, choice: { ...choice, copies: 1.5 } }, false],
  ['sheet.print', { selection, choice: { ...choice, copies: 100 } }, false],
  ['sheet.print', { selection, choice: { ...choice, printer: '' } }, false],
  ['sheet.print', { selection, choice: { ...choice, printer: 'P'.repeat(201) } }, false],
  ['sheet.print', { selection, choice: { ...choice, sides: 'both' } }, false],
  ['sheet.print', { selection, choice: { ...choice, patientName: 'a' } }, false],
  ['log.list', { filter: {}, before: null, limit: 50 }, true],
  ['log.list', { filter: { from: '2026-11-22', cause: 'alcohol' }, before: 7, limit: 200 }, true],
  ['log.list', { filter: { from: 'yesterday' }, before: null, limit: 50 }, false],
  ['log.list', { filter: { patientName: 'a' }, before: null, limit: 50 }, false],
  ['log.list', { filter: {}, before: null, limit: 201 }, false],
  ['log.record-teach-back', { handout: '0c6f2f0e-6f0a-4c6e-9a55-3d2f7a1b0c11', outcome: 'repeat' }, true],
  ['log.record-teach-back', { handout: '7', outcome: 'repeat' }, false],
  ['records.save-settings', { staffAlias: 'Nurse 2', isLogKept: true }, true],
  ['records.save-settings', { staffAlias: 'a'.repeat(41), isLogKept: true }, false],
  ['records.save-settings', { staffAlias: '', isLogKept: true, backupFolder: '/etc' }, false],
  ['jobs.cancel', { job: 1 }, true],
  ['jobs.cancel', { job: '1' }, false],
])('%s %j fits: %s', (channel, input, fits) => {
  expect(contract[channel].input.safeParse(input).success).toBe(fits)
})

test('answers are held to the contract too', () => {
  const { output } = contract['sheet.render']
  expect(output.safeParse({ pdf: new Uint8Array(1), pages: 1, sheetId: 'a' }).success).toBe(true)
  expect(output.safeParse({ pdf: [1], pages: 1, sheetId: 'a' }).success).toBe(false)
  const shown = (logo: object) => contract['logo.choose'].output.safeParse({ logo, notKept: null }).success
  expect(shown({ mediaType: 'image/png', bytes: new Uint8Array(1) })).toBe(true)
  expect(shown({ mediaType: 'text/html', bytes: new Uint8Array(1) })).toBe(false)
  expect(shown({ mediaType: 'image/png', bytes: new Uint8Array(1), path: '/home/logo.png' })).toBe(false)
  expect(SearchHit.safeParse({ topic: 'a', cause: null, title: 'A', topicTitle: 'A', by: null }).success).toBe(true)
})

test('D10: a sheet is named once among those of a patient', () => {
  const [one, other] = ['0c6f2f0e-6f0a-4c6e-9a55-000000000001', '0c6f2f0e-6f0a-4c6e-9a55-000000000002']
  const { 'history.export-patient': save, 'history.remove-patient': remove } = contract
  for (const [records, isTaken] of [
    [[one, other], true],
    [[one, one], false],
  ] as const) {
    expect(save.input.safeParse({ records, passphrase: 'four words are enough' }).success).toBe(isTaken)
    expect(remove.input.safeParse({ records }).success).toBe(isTaken)
  }
})
