import { expect, test } from 'vitest'
import { parseSelection } from '../../src/domain/selection.ts'
import { createHandlers } from '../../src/main/handlers.ts'
import type { PrintJob } from '../../src/main/print-pdf.ts'
import { makeServices } from './make-services.ts'

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
