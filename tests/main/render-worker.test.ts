import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, expect, test } from 'vitest'
import { Clinic } from '../../src/domain/clinic.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import { readContent } from '../../src/content/read-content.ts'
import { startPdfWorker, type PdfWorker } from '../../src/main/pdf-worker.ts'
import type { RenderJob } from '../../src/main/render-messages.ts'
import { useTempFolder } from '../store/temp-folder.ts'

const project = resolve(import.meta.dirname, '../..')
const folder = useTempFolder()
const library = readContent(join(project, 'content'))
const started: PdfWorker[] = []
afterAll(() => started.forEach(({ stop }) => stop()))

/** The real thread, with the real fonts unless another folder is named. */
function start(fonts = join(project, 'out/fonts'), content = library): PdfWorker {
  const spawn = () =>
    new Worker(join(project, 'src/main/render-worker.ts'), { workerData: { library: content, fonts } })
  const worker = startPdfWorker(spawn, () => undefined)
  started.push(worker)
  return worker
}

const [first] = library.topics
const job = (patientName = ''): RenderJob => ({
  selection: parseSelection({
    topic: first?.topic.id,
    language: 'en',
    causes: [{ id: first?.topic.causes[0]?.id }],
    patientName,
  }),
  clinic: Clinic.parse({}),
  today: '2026-11-22',
})

test('the thread draws a PDF, and the same one again for the same choices', { timeout: 30_000 }, async () => {
  const { render } = start()
  const [once, again] = [await render(job(), 'paper'), await render(job(), 'paper')]
  expect(new TextDecoder().decode(once.pdf.subarray(0, 5))).toBe('%PDF-')
  expect([once.pages, once.sheetId]).toEqual([again.pages, again.sheetId])
  expect(Buffer.compare(once.pdf, again.pdf)).toBe(0)
})

test('a refusal crosses with its fields', { timeout: 30_000 }, async () => {
  await expect(start().render(job('Patient 😀'), 'preview')).rejects.toMatchObject({
    code: 'unprintable-text',
    problems: [{ field: 'patientName' }],
  })
})

test('a font that is missing is a sentence', { timeout: 30_000 }, async () => {
  await expect(start(join(folder(), 'none')).render(job(), 'preview')).rejects.toThrow(/^The font .* cannot be read/)
})

test('a topic that is not what was hashed is not drawn', { timeout: 30_000 }, async () => {
  const changed = { ...library, topics: library.topics.map((entry) => ({ ...entry, sha256: '0'.repeat(64) })) }
  await expect(start(undefined, changed).render(job(), 'paper')).rejects.toMatchObject({ code: 'content-damaged' })
})
