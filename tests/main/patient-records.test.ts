import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { passphrase, sheet, useHistory } from './use-history.ts'

const { file, keep } = useHistory()
const named = (patientName: string) => ({ ...sheet, selection: { ...sheet.selection, patientName } })

/** A history with a sheet for each of these names, in this order. */
async function keepNamed(...names: readonly string[]) {
  const kept = keep()
  await kept.history.switchOn(passphrase)
  for (const name of names) kept.history.add(named(name))
  const ids = kept
    .list()
    .map(({ handout }) => handout.id)
    .toReversed()
  return { ...kept, ids, of: (index: number) => ids[index] ?? '' }
}

test('D10: of one patient is what bears the very same name, letter by letter; a sheet without a name is nobody else’s', async () => {
  const { history, of } = await keepNamed(
    'Patient Name',
    'Patient Name 2',
    'patient name',
    'Patient Name',
    'Pátient Name',
    '',
    '',
  )
  const list = (index: number) => history.listPatient(of(index)).records.map(({ handout }) => handout.id)
  expect(list(0)).toEqual([of(3), of(0)])
  expect(list(1)).toEqual([of(1)])
  expect(list(2)).toEqual([of(2)])
  expect(list(4)).toEqual([of(4)])
  expect(list(5)).toEqual([of(5)])
  history.close()
})

test('D10: records that cannot be read are counted, for they may be of that patient', async () => {
  const { history, of } = await keepNamed('Patient Name', 'Patient Name', 'Patient Name')
  const db = new Database(file())
  db.exec('UPDATE sealed SET record = zeroblob(200) WHERE row = 2')
  db.close()
  expect(history.listPatient(of(0))).toMatchObject({ records: [{}, {}], damaged: 1 })
  expect(() => history.listPatient(of(1))).toThrow(/no longer in the history with names, or it was damaged/u)
  history.close()
})

test('D10: what was said to be of one patient goes at once, another of that name stays, and the audit names nobody', async () => {
  const { history, list, of, events } = await keepNamed(
    'Patient Name',
    'Another Patient',
    'Patient Name',
    'Patient Name',
  )
  history.removePatient([of(0), of(3)])
  expect(list().map(({ handout }) => handout.id)).toEqual([of(2), of(1)])
  expect(events.at(-1)).toEqual({ kind: 'history-patient-removed', records: 2 })
  history.close()
})

test('D10: with another patient’s record, or one that is gone, nothing is given and nothing removed', async () => {
  const { history, list, of, events } = await keepNamed('Patient Name', 'Another Patient', 'Patient Name')
  const before = events.length
  for (const ids of [
    [of(0), of(1)],
    [of(0), '0c6f2f0e-6f0a-4c6e-9a55-0000000000ff'],
  ]) {
    expect(() => history.readPatient(ids)).toThrow(/do not all bear one name|no longer in the history with names/u)
    expect(() => history.removePatient(ids)).toThrow(/do not all bear one name|no longer in the history with names/u)
  }
  expect([list().length, events.length]).toEqual([3, before])
  history.lock()
  for (const ask of [
    () => history.listPatient(of(0)),
    () => history.readPatient([of(0)]),
    () => history.removePatient([of(0)]),
  ])
    expect(ask).toThrow(/are locked/u)
  history.close()
})

test('D10: sheets without a name are never one patient’s, though they bear the same: none', async () => {
  const { history, list, of, events } = await keepNamed('', '')
  const before = events.length
  expect(() => history.readPatient([of(0), of(1)])).toThrow(/do not all bear one name/u)
  expect(() => history.removePatient([of(0), of(1)])).toThrow(/do not all bear one name/u)
  expect([list().length, events.length]).toEqual([2, before])
  history.removePatient([of(0)])
  expect(list().map(({ handout }) => handout.id)).toEqual([of(1)])
  history.close()
})

test('D10: the audit counts no removal of what is not there, and no sheet twice', async () => {
  const { history, list, of, events } = await keepNamed('Patient Name', 'Patient Name')
  const before = events.length
  expect(() => history.remove('0c6f2f0e-6f0a-4c6e-9a55-0000000000ff')).toThrow(/no longer in the history with names/u)
  expect(() => history.removePatient([of(0), of(0)])).toThrow(/no longer in the history with names/u)
  expect([list().length, events.length]).toEqual([2, before])
  history.close()
})
