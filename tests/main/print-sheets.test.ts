import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { Language } from '../../src/domain/ids.ts'
import { findPrintSystem } from '../../src/main/find-print-system.ts'
import { makePrintQueue } from '../../src/main/print-queue.ts'
import { runProgram } from '../../src/main/run-program.ts'
import { renderSelection } from '../../src/pdf/render-selection.ts'
import { addPrinter, cupsFolder } from '../own-cups.ts'
import { pairs, visits, type Form } from '../pdf/all-papers.ts'
import { fonts } from '../pdf/render.ts'
import { choose, library, longClinic, today } from '../pdf/shipped.ts'
import { readPdf } from '../read-pdf.ts'
import { noReserve } from './no-reserve.ts'

const root = mkdtempSync(join(tmpdir(), 'caresheet-test-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const spoken = [...Language.options.map((language) => ({ language })), ...pairs]
/** Every language and pair of languages, in every size, on both papers: more visits than these, so each is printed. */
const forms = (['standard', 'clear', 'large'] as const).flatMap((size) =>
  (['A4', 'Letter'] as const).flatMap((paper) => spoken.map((each): Form => ({ ...each, size, paper }))),
)
const jobs = visits.map((visit, index) => ({ ...visit, form: forms[index % forms.length] }))

describe.skipIf(cupsFolder === null)('on a real CUPS (skipped where the test run could start none)', () => {
  const queue = makePrintQueue({
    folder: root,
    system: findPrintSystem(process.platform, runProgram),
    reserve: noReserve,
  })
  let printer: ReturnType<typeof addPrinter> | undefined
  beforeAll(() => void (printer = addPrinter('Sheets')))

  test.each(jobs)(
    '$name comes out whole: $form.language, $form.secondLanguage, $form.size, on $form.paper',
    async ({ choices, form }) => {
      const selection = choose({ ...choices, ...form })
      const { pdf, pages } = await renderSelection({ library, selection, clinic: longClinic, today }, fonts)
      const target = { printer: 'Sheets', copies: 1, paper: selection.paper, sides: null, tray: null }
      const job = queue.add({ pdf, pages, target, onTaken: () => null })
      const readState = async () => (await queue.list()).find(({ id }) => id === job)?.state.kind
      await vi.waitFor(async () => expect(await readState()).toBe('printed'), { timeout: 20_000, interval: 50 })
      const { stdout } = await runProgram('lpstat', ['-W', 'all', '-o', 'Sheets'])
      const number = Math.max(...[...stdout.matchAll(/-(\d+) /g)].map(([, found]) => Number(found)))
      const [sent, came] = [await readPdf(pdf), await readPdf(new Uint8Array(printer?.readPdf(number) ?? []))]
      expect(came.drawn.map(({ text }) => text)).toEqual(sent.drawn.map(({ text }) => text))
      // CUPS counts paper in whole points.
      const whole = (page: { readonly width: number; readonly height: number }) =>
        [page.width, page.height].map(Math.round)
      expect(came.pages.map(whole)).toEqual(sent.pages.map(whole))
    },
  )
})
