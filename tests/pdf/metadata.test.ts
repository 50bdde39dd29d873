import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { renderSelection } from '../../src/pdf/render-selection.ts'
import { readPdf } from '../read-pdf.ts'
import { fonts } from './render.ts'
import { choose, library, longClinic, today } from './shipped.ts'

test('D11: what a PDF says of itself names no patient: neither Title nor Author nor any other field', async () => {
  const selection = choose({
    causes: [{ id: 'fatty-liver' }],
    patientName: 'Canary Name',
    note: 'canary note',
    results: [{ analyte: 'ALT', value: 187.35, upperLimit: 45, unit: 'U/L' }],
  })
  const { pdf } = await renderSelection({ library, selection, clinic: longClinic, today }, fonts)
  const { info } = await (await getDocument({ data: pdf.slice(), verbosity: 0 }).promise).getMetadata()
  const { xmp, text } = await readPdf(pdf)
  expect(text).toContain('Canary Name')
  expect(Object.keys(info)).toContain('Title')
  expect(JSON.stringify(info) + xmp).not.toMatch(/canary|187\.35/iu)
})
