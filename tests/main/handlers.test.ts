import { expect, test } from 'vitest'
import { readContent } from '../../src/content/read-content.ts'
import { Clinic } from '../../src/domain/clinic.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import { createHandlers } from '../../src/main/handlers.ts'
import type { PrintJob } from '../../src/main/print-pdf.ts'
import { shipped } from '../content/plant.ts'
import { makeServices } from './make-services.ts'

const shippedLibrary = readContent(shipped)
const selection = parseSelection({
  topic: 'tired-engine',
  language: 'en',
  causes: [{ id: 'rust' }],
  patientName: 'Patient Name',
  paper: 'Letter',
})

test('a preview may be superseded; what goes on paper may not', async () => {
  const purposes: string[] = []
  const { render } = makeServices()
  const handlers = createHandlers(
    makeServices({ render: (job, purpose) => (purposes.push(purpose), render(job, purpose)) }),
  )
  await handlers['sheet.render'](selection)
  await handlers['sheet.save'](selection)
  await handlers['sheet.print']({ selection, printer: 'PDF', copies: 1 })
  expect(purposes).toEqual(['preview', 'paper', 'paper'])
})

test('the suggested name says what and when, and never who', async () => {
  expect(await createHandlers(makeServices())['sheet.save'](selection)).toEqual({
    path: '/home/tired-engine-2026-11-22.pdf',
  })
})

test('the printer gets the paper the sheet was made for', async () => {
  const jobs: Omit<PrintJob, 'pdf'>[] = []
  const handlers = createHandlers(makeServices({ print: async ({ pdf: _pdf, ...job }) => void jobs.push(job) }))
  expect(await handlers['sheet.print']({ selection, printer: 'Front desk', copies: 3 })).toEqual({ pages: 2 })
  expect(jobs).toEqual([{ printer: 'Front desk', copies: 3, paper: 'Letter' }])
})

test('what must not stand alone reaches neither the disk nor the printer until a reason is typed', async () => {
  const given: string[] = []
  const handlers = createHandlers(
    makeServices({
      openLibrary: () => shippedLibrary,
      saveSheet: async () => (given.push('saved'), '/home/a.pdf'),
      print: async () => void given.push('printed'),
    }),
  )
  const unsafe = parseSelection({
    topic: 'raised-liver-enzymes',
    language: 'en',
    causes: [{ id: 'fatty-liver' }],
    facts: ['confusion'],
  })
  const order = { selection: unsafe, printer: 'PDF', copies: 1 }
  await expect(handlers['sheet.save'](unsafe)).rejects.toMatchObject({ code: 'unsafe-alone' })
  await expect(handlers['sheet.print'](order)).rejects.toMatchObject({ code: 'unsafe-alone' })
  await handlers['sheet.render'](unsafe)
  expect(given).toEqual([])
  const overridden = ['w2-acute-liver-failure']
  await handlers['sheet.save']({ ...unsafe, overridden, overrideReason: 'Ambulance called.' })
  expect(given).toEqual(['saved'])
})

test('without an emergency number nothing leaves on paper, and the preview is still drawn', async () => {
  const given: string[] = []
  let emergencyNumber = ''
  const handlers = createHandlers(
    makeServices({
      readSettings: () => Clinic.parse({ emergencyNumber }),
      saveSheet: async () => (given.push('saved'), '/home/a.pdf'),
      print: async () => void given.push('printed'),
    }),
  )
  const order = { selection, printer: 'PDF', copies: 1 }
  const refusal = { code: 'settings-missing', message: expect.stringMatching(/emergency number is not set.*Settings/u) }
  await expect(handlers['sheet.save'](selection)).rejects.toMatchObject(refusal)
  await expect(handlers['sheet.print'](order)).rejects.toMatchObject(refusal)
  expect(await handlers['sheet.render'](selection)).toMatchObject({ pages: 2 })
  expect(given).toEqual([])
  emergencyNumber = '112'
  await handlers['sheet.save'](selection)
  await handlers['sheet.print'](order)
  expect(given).toEqual(['saved', 'printed'])
})
