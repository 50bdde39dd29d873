import { expect, test } from 'vitest'
import { passphrase, sheet, useHistory } from './use-history.ts'

const { keep } = useHistory()

test('a sheet that is printed and then saved is one record and one test to repeat', async () => {
  const { history, list, clock } = keep()
  await history.switchOn(passphrase)
  history.add(sheet)
  const [first] = list()
  clock.handout = { pdfSeal: first?.handout.pdfSeal ?? '' }
  history.add({ ...sheet, way: 'saved' })
  expect([list(), history.listFollowUps().followUps.length]).toEqual([[first], 1])
  clock.now = new Date('2026-11-23T09:30:00.000Z')
  history.add(sheet) // another day: given again
  expect(list()).toHaveLength(2)
  history.close()
})

test('the day of the next test is counted from the day on the sheet, though it was taken past midnight', async () => {
  const { history, list } = keep({ now: new Date('2026-11-25T00:10:00.000Z') })
  await history.switchOn(passphrase)
  const retest = { kind: 'weeks', weeks: 4 } as const
  history.add({ ...sheet, madeOn: '2026-11-24', selection: { ...sheet.selection, retest } })
  expect(list()[0]?.retestOn).toBe('2026-12-22')
  history.close()
})

test('two sheets without a name are two, though they look the same: each may be for another patient', async () => {
  const { history, list, clock } = keep()
  await history.switchOn(passphrase)
  clock.handout = { pdfSeal: 'a'.repeat(64), sheetId: '7F3A-0001' }
  const nameless = { ...sheet, selection: { ...sheet.selection, patientName: '' } }
  history.add(nameless)
  history.add(nameless)
  expect([list().length, history.listFollowUps().followUps.length]).toEqual([2, 2])
  history.remove(list()[0]?.handout.id ?? '')
  expect(list()).toHaveLength(1)
  history.close()
})

test('a sheet given again that day with another note keeps both papers, has one test to repeat, and goes as one', async () => {
  const { history, list, clock } = keep()
  await history.switchOn(passphrase)
  history.add(sheet) // another sheet of hers
  clock.handout = { sheetId: '7F3A-0000' }
  history.add(sheet)
  clock.now = new Date('2026-11-23T00:10:00.000Z') // taken by the printer past midnight
  history.add({ ...sheet, sheet: { ...sheet.sheet, pdf: new TextEncoder().encode('%PDF with a note') } })
  const ids = list().map(({ handout }) => handout.id)
  expect(ids.map((id) => new TextDecoder().decode(history.show(id).pdf))).toEqual([
    '%PDF with a note',
    '%PDF Patient Name',
    '%PDF Patient Name',
  ])
  expect(history.listFollowUps().followUps.map(({ record }) => record.handout.id)).toEqual([ids[0], ids[2]])
  history.recordDone(ids[1] ?? '', '2026-12-20')
  expect(list().map(({ doneOn }) => doneOn)).toEqual(['2026-12-20', '2026-12-20', null])
  expect(history.listFollowUps().followUps.map(({ state }) => state)).toEqual(['due', 'done'])
  expect(history.remove(ids[0] ?? '')).toBe(2)
  expect(list().map(({ handout }) => handout.id)).toEqual([ids[2]])
  history.close()
})
