import { Clinic } from '../../src/domain/clinic.ts'
import { Habits } from '../../src/domain/habits.ts'
import { Selection } from '../../src/domain/selection.ts'
import type { Channel } from '../../src/ipc/channels.ts'
import { contract } from '../../src/ipc/contract.ts'

export const channels = Object.keys(contract) as Channel[]

const id = '0c6f2f0e-6f0a-4c6e-9a55-3d2f7a1b0c11'
const choice = { printer: 'PDF', copies: 1, sides: 'long-edge', tray: 'Tray 1' }
const selection = {
  ...Selection.parse({ topic: 'tired-engine', language: 'en', causes: [{ id: 'rust' }], patientName: 'Patient Name' }),
  secondLanguage: 'es',
  dropped: ['oil'],
  medicinesToStop: ['ibuprofen'],
  results: [{ analyte: 'ALT', value: 96, upperLimit: 45, unit: 'U/L', previous: 80 }],
  facts: ['pregnant'],
  labs: [{ id: 'bilirubin', value: 40, upperLimit: 21 }],
  retest: { kind: 'weeks', weeks: 6 },
}
const bundle = {
  name: 'A bundle',
  choices: { topic: 'tired-engine', causes: [{ id: 'rust' }], retest: { kind: 'weeks', weeks: 6 } },
}

/** A question for each channel that fits the contract, with every part of it filled in. */
export const questions: Readonly<Record<Channel, unknown>> = {
  'library.open': {},
  'library.search': { words: 'rust', language: 'en' },
  'about.read': {},
  'bundles.list': {},
  'bundles.keep': { bundles: [bundle] },
  'bundles.import': {},
  'bundles.export': {},
  'habits.read': {},
  'habits.save': Habits.parse({ labName: 'A lab' }),
  'snippets.import': {},
  'snippets.export': {},
  'settings.read': {},
  'settings.save': { ...Clinic.parse({}), name: 'A clinic' },
  'sheet.render': selection,
  'logo.read': {},
  'logo.choose': {},
  'logo.remove': {},
  'sheet.save': { selection, withRecord: true },
  'sheet.print': { selection, choice },
  'printers.list': {},
  'printers.options': { printer: 'PDF' },
  'printers.last': {},
  'jobs.list': {},
  'jobs.cancel': { job: 1 },
  'log.list-staff': {},
  'log.list': { filter: { from: '2026-11-22', cause: 'rust' }, before: 7, limit: 50 },
  'log.record-teach-back': { handout: id, outcome: 'understood' },
  'log.make-again': { handout: id },
  'log.reprint': { handout: id, choice },
  'log.count-before': { before: '2026-01-01' },
  'log.purge': { before: '2026-01-01' },
  'history.status': {},
  'history.switch-on': { lock: { by: 'keystore', pin: '1234' } },
  'history.unlock': { secret: '1234' },
  'history.recover': { code: 'CODE', lock: { by: 'passphrase', passphrase: 'four words are enough' } },
  'history.record-code-kept': {},
  'history.renew-code': {},
  'history.print-code': {
    code: '7F3A-91C2-0000-KMNP-QRST-VWXY-ZABC-DEFG',
    choice: { printer: 'PDF', sides: 'long-edge', tray: 'Tray 1' },
  },
  'history.touch': {},
  'history.lock': {},
  'history.erase': {},
  'history.list': { filter: { words: 'name' }, before: 7, limit: 50 },
  'history.show': { record: id },
  'history.reprint': { record: id, choice },
  'history.save-again': { record: id },
  'history.remove': { record: id },
  'history.list-patient': { record: id },
  'history.export-patient': { records: [id], passphrase: 'four words are enough' },
  'history.remove-patient': { records: [id] },
  'history.count-old': { days: 30 },
  'history.purge': { before: '2026-01-01' },
  'follow-ups.list': {},
  'follow-ups.record-done': { record: id, doneOn: '2026-11-22' },
  'follow-ups.export': { passphrase: 'four words are enough' },
  'records.status': {},
  'records.copy-trouble': {},
  'records.healed': {},
  'records.hide-healed': {},
  'records.back-up': {},
  'records.restore': { file: 'caresheet-2026-11-22.db', folder: '/backups' },
  'records.export': {},
  'records.choose-folder': {},
  'records.use-own-folder': {},
  'records.read-settings': {},
  'records.save-settings': { staffAlias: 'Nurse 2', isLogKept: true, historyDays: 30, lockMinutes: 5 },
}
