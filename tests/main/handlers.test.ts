import { expect, test } from 'vitest'
import { readContent } from '../../src/content/read-content.ts'
import { Clinic } from '../../src/domain/clinic.ts'
import { tell } from '../../src/domain/message.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import { createHandlers } from '../../src/main/handlers.ts'
import type { PrintChoice } from '../../src/domain/print-choice.ts'
import type { GivenSheet } from '../../src/main/keep-log.ts'
import type { PrintOrder } from '../../src/main/print-queue.ts'
import { shipped } from '../content/plant.ts'
import { makeQueue, makeServices } from './make-services.ts'

const shippedLibrary = readContent(shipped)
const selection = parseSelection({
  topic: 'tired-engine',
  language: 'en',
  causes: [{ id: 'rust' }],
  patientName: 'Patient Name',
  paper: 'Letter',
})

const saving = { selection, withRecord: false }
const choice: PrintChoice = { printer: 'Front desk', copies: 3, sides: 'long-edge', tray: null }

test('a preview may be superseded; what goes on paper may not', async () => {
  const purposes: string[] = []
  const { render } = makeServices()
  const handlers = createHandlers(
    makeServices({ render: (job, purpose) => (purposes.push(purpose), render(job, purpose)) }),
  )
  await handlers['sheet.render'](selection)
  await handlers['sheet.save'](saving)
  await handlers['sheet.print']({ selection, choice })
  expect(purposes).toEqual(['preview', 'paper', 'paper'])
})

test('a sheet whose window was cleared while it was drawn is not asked about, and is in no list', async () => {
  const [asked, logged]: [string[], GivenSheet[]] = [[], []]
  let isShown = true
  const services = makeServices({
    watchWindow: () => {
      const wasShown = isShown
      return () => wasShown && isShown
    },
    render: async () => {
      isShown = false
      return { pdf: new Uint8Array([37, 80, 68, 70]), pages: 2, sheetId: '1f' }
    },
    saveSheet: async (_pdf, name) => (asked.push(name), '/home/a.pdf'),
    log: { ...makeServices().log, add: (given) => (logged.push(given), null) },
  })
  expect(await createHandlers(services)['sheet.save'](saving)).toMatchObject({ path: null, notLogged: null })
  expect([asked, logged]).toEqual([[], []])
})

test('D11: the suggested name says what and when, and never who', async () => {
  expect(await createHandlers(makeServices())['sheet.save'](saving)).toMatchObject({
    path: '/home/tired-engine-2026-11-22.pdf',
  })
})

test('the printer gets the paper the sheet was made for, and how it was printed is kept', async () => {
  const orders: PrintOrder[] = []
  const kept: PrintChoice[] = []
  const handlers = createHandlers(
    makeServices({ printQueue: makeQueue(orders), keepPrintChoice: (each) => void kept.push(each) }),
  )
  expect(await handlers['sheet.print']({ selection, choice })).toMatchObject({ job: 1 })
  expect(orders).toMatchObject([{ pages: 2, target: { ...choice, paper: 'Letter' } }])
  expect(kept).toEqual([choice])
  expect(JSON.stringify(kept)).not.toContain('Patient Name')
})

test('what must not stand alone reaches neither the disk nor the printer until a reason is typed', async () => {
  const given: string[] = []
  const handlers = createHandlers(
    makeServices({
      openLibrary: () => shippedLibrary,
      saveSheet: async () => (given.push('saved'), '/home/a.pdf'),
      printQueue: { ...makeQueue(), add: () => given.push('printed') },
    }),
  )
  const unsafe = parseSelection({
    topic: 'raised-liver-enzymes',
    language: 'en',
    causes: [{ id: 'fatty-liver' }],
    facts: ['confusion'],
  })
  const order = { selection: unsafe, choice }
  await expect(handlers['sheet.save']({ selection: unsafe, withRecord: true })).rejects.toMatchObject({
    code: 'unsafe-alone',
  })
  await expect(handlers['sheet.print'](order)).rejects.toMatchObject({ code: 'unsafe-alone' })
  await handlers['sheet.render'](unsafe)
  expect(given).toEqual([])
  const answered = { ...unsafe, overridden: ['w2-acute-liver-failure'], overrideReason: 'Ambulance called.' }
  await handlers['sheet.save']({ selection: answered, withRecord: true })
  await handlers['sheet.print']({ selection: answered, choice })
  expect(given).toEqual(['saved', 'printed'])
})

test('without an emergency number nothing leaves on paper, and the preview is still drawn', async () => {
  const given: string[] = []
  let emergencyNumber = ''
  const handlers = createHandlers(
    makeServices({
      readSettings: () => Clinic.parse({ emergencyNumber }),
      saveSheet: async () => (given.push('saved'), '/home/a.pdf'),
      printQueue: { ...makeQueue(), add: () => given.push('printed') },
    }),
  )
  const order = { selection, choice }
  const refusal = { code: 'settings-missing', message: expect.stringMatching(/emergency number is not set.*Settings/u) }
  await expect(handlers['sheet.save'](saving)).rejects.toMatchObject(refusal)
  await expect(handlers['sheet.print'](order)).rejects.toMatchObject(refusal)
  expect(await handlers['sheet.render'](selection)).toMatchObject({ pages: 2 })
  expect(given).toEqual([])
  emergencyNumber = '112'
  await handlers['sheet.save'](saving)
  await handlers['sheet.print'](order)
  expect(given).toEqual(['saved', 'printed'])
})

test('what left is told to the log: the very file that was saved or printed, and nothing when the dialog was closed', async () => {
  const logged: GivenSheet[] = []
  const orders: PrintOrder[] = []
  let path: string | null = '/home/a.pdf'
  const handlers = createHandlers(
    makeServices({
      log: { ...makeServices().log, add: (given) => (logged.push(given), tell('why-disk-full')) },
      printQueue: makeQueue(orders),
      saveSheet: async () => path,
    }),
  )
  const saved = await handlers['sheet.save'](saving)
  expect(saved).toMatchObject({ path: '/home/a.pdf', notLogged: tell('why-disk-full') })
  path = null
  expect(await handlers['sheet.save'](saving)).toMatchObject({ path: null, notLogged: null })
  const { handout } = await handlers['sheet.print']({ selection, choice })
  expect(logged).toHaveLength(1)
  expect(orders[0]?.onTaken()).toEqual(tell('why-disk-full'))
  expect(logged).toMatchObject([
    { id: saved.handout, way: 'saved', copies: 1, selection, sheet: { pages: 2 } },
    { id: handout, way: 'printed', copies: 3, selection, sheet: { pdf: orders[0]?.pdf } },
  ])
})

test('a record goes into a saved PDF where it was asked for, and nowhere else', async () => {
  const drawn: unknown[] = []
  const { render, markRecord } = makeServices()
  const handlers = createHandlers(
    makeServices({ render: (job, purpose) => (drawn.push(job.record), render(job, purpose)) }),
  )
  await handlers['sheet.render'](selection)
  await handlers['sheet.save'](saving)
  await handlers['sheet.print']({ selection, choice })
  expect(drawn).toEqual([undefined, undefined, undefined])
  await handlers['sheet.save']({ selection, withRecord: true })
  expect(drawn.at(-1)).toEqual(markRecord())
})
