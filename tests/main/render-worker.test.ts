import { on } from 'node:events'
import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, describe, expect, test } from 'vitest'
import { Clinic } from '../../src/domain/clinic.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import { readContent } from '../../src/content/read-content.ts'
import { cleanLogo } from '../../src/pdf/logo/read-logo.ts'
import { startPdfWorker, type PdfWorker } from '../../src/main/pdf-worker.ts'
import { WorkerNotice, type RenderJob } from '../../src/main/render-messages.ts'
import { makeSvg, readSample } from '../pdf/logo/samples.ts'
import { useTempFolder } from '../store/temp-folder.ts'

const project = resolve(import.meta.dirname, '../..')
const folder = useTempFolder()
const library = readContent(join(project, 'content'))
const started: PdfWorker[] = []
afterAll(() => started.forEach(({ stop }) => stop()))

const allFonts = join(project, 'out/fonts')
const spawn = (fonts = allFonts, content = library, logo: Uint8Array | null = null): Worker =>
  new Worker(join(project, 'src/main/render-worker.ts'), { workerData: { library: content, fonts, logo } })

/** The real thread, with the real fonts unless another folder is named. */
function start(...born: Parameters<typeof spawn>): PdfWorker {
  const worker = startPdfWorker(
    () => spawn(...born),
    () => undefined,
  )
  started.push(worker)
  return worker
}

/** What a thread tells unasked until it has made itself ready, or could not. */
async function listNotices(...born: Parameters<typeof spawn>): Promise<WorkerNotice[]> {
  const thread = spawn(...born)
  const notices: WorkerNotice[] = []
  for await (const [raw] of on(thread, 'message')) {
    const notice = WorkerNotice.parse(raw)
    notices.push(notice)
    if (notice.kind === 'warmed-up') break
  }
  await thread.terminate()
  return notices
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

/** The library with one letter of a text changed, as a bit that flips on the disk may do. */
function flipLetter(from: 'topics' | 'wording'): typeof library {
  const text = JSON.stringify(library[from]).replace(/(?<=[a-z] )[a-w](?=[a-z]+ [a-z])/u, 'x')
  return { ...library, [from]: JSON.parse(text) as never } // reason: the same shape, with another letter in a text
}

test.each(['topics', 'wording'] as const)(
  'F4: a sheet one letter of whose %s changed is neither shown nor printed: its hash is looked at before both',
  { timeout: 30_000 },
  async (part) => {
    const changed = flipLetter(part)
    expect(JSON.stringify(changed)).not.toBe(JSON.stringify(library))
    const worker = start(undefined, changed)
    for (const purpose of ['preview', 'paper'] as const)
      await expect(worker.render(job(), purpose)).rejects.toMatchObject({ code: 'content-damaged' })
  },
)

describe('what a thread tells unasked', { timeout: 60_000 }, () => {
  test('is that it has made itself ready', async () => {
    expect(await listNotices()).toEqual([{ kind: 'warmed-up', failure: null }])
  })

  test('is that it could not, so that it never fails unseen', async () => {
    expect(await listNotices(join(folder(), 'none'))).toEqual([{ kind: 'warmed-up', failure: 'AppError' }])
  })

  test.each([
    ['in its middle', readSample('colour.png').fill(0, 40)],
    ['from its first byte', new Uint8Array(40)],
  ])('is that the logo was spoilt %s', async (_, spoilt) => {
    const notices = await listNotices(undefined, undefined, spoilt)
    expect(notices).toContainEqual({ kind: 'logo-lost', failure: expect.stringMatching(/Error$/u) })
  })
})

describe('the logo', { timeout: 30_000 }, () => {
  const draw = async ({ render }: PdfWorker) => Buffer.from((await render(job(), 'paper')).pdf)

  test('that the thread takes stands on the sheets from then on, until it is removed', async () => {
    const worker = start()
    const bare = await draw(worker)
    const kept = await worker.takeLogo(readSample('colour.jpg'))
    expect(kept).toEqual(cleanLogo(readSample('colour.jpg')).bytes)
    const marked = await draw(worker)
    expect(marked.equals(bare)).toBe(false)
    expect(await worker.takeLogo(null)).toBeNull()
    expect((await draw(worker)).equals(bare)).toBe(true)
    // A thread that is born with what was kept draws the same.
    expect((await draw(start(undefined, undefined, kept))).equals(marked)).toBe(true)
  })

  test('that is refused leaves the one before', async () => {
    const worker = start()
    await worker.takeLogo(readSample('colour.png'))
    const marked = await draw(worker)
    await expect(worker.takeLogo(makeSvg('<script/>'))).rejects.toMatchObject({
      code: 'bad-input',
      problems: [{ field: 'logo', message: expect.stringContaining('holds a script') }],
    })
    expect((await draw(worker)).equals(marked)).toBe(true)
  })

  test('that a disk spoilt stops no sheet', async () => {
    const spoilt = readSample('colour.png').fill(0, 40)
    expect((await draw(start(undefined, undefined, spoilt))).equals(await draw(start()))).toBe(true)
  })
})

test('a record is put inside where one is asked for', { timeout: 30_000 }, async () => {
  const record = { id: '5f0c1c1e-7a0b-4b4e-9d5a-3f1f4f1d2c3b', issuedAt: '2026-11-22T09:30:00Z' }
  const { pdf } = await start().render({ ...job('Patient Name'), record }, 'paper')
  expect(Buffer.from(pdf).toString('latin1')).toContain('<pdfaid:part>3</pdfaid:part>')
})
