import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { renderSelection } from '../../src/pdf/render-selection.ts'
import { renderWithRecord } from '../../src/pdf/render-with-record.ts'
import { checkFhir } from '../domain/check-fhir.ts'
import { readPdf, type ReadPdf } from '../read-pdf.ts'
import { useTempFolder } from '../store/temp-folder.ts'
import { fonts } from './render.ts'
import { choose, library, longClinic, tick, today } from './shipped.ts'

const folder = useTempFolder()
const mark = { id: '5f0c1c1e-7a0b-4b4e-9d5a-3f1f4f1d2c3b', issuedAt: '2026-11-22T09:30:00Z' }
const inputs = {
  library,
  selection: choose({ ...tick('fatty-liver'), note: 'A note of mine.' }),
  clinic: longClinic,
  today,
}
let plain: Uint8Array
let pdf: Uint8Array
let read: ReadPdf

beforeAll(async () => {
  plain = (await renderSelection(inputs, fonts)).pdf
  pdf = (await renderWithRecord(inputs, fonts, mark)).pdf
  read = await readPdf(pdf)
})

function extract(options: readonly string[], ...target: string[]): string {
  const file = join(folder(), 'sheet.pdf')
  writeFileSync(file, pdf)
  return execFileSync('qpdf', [...options, file, ...target], { encoding: 'latin1' })
}

describe('a paper with its record inside', () => {
  test('keeps PDF/A-3a and PDF/UA-1, and is sound', () => {
    expect(read.xmp).toMatch(/<pdfaid:part>3<\/pdfaid:part>/u)
    expect(read.xmp).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/u)
    expect(read.xmp).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/u)
    expect(extract(['--check'])).toContain('No syntax or stream encoding errors found')
  })

  test('says the same, word for word, as the one that is printed', async () => {
    const { text, drawn } = await readPdf(plain)
    expect([read.text, read.drawn]).toEqual([text, drawn])
  })

  test('has a record the published FHIR R4 schema takes, with the hash of the printed paper', () => {
    const record: unknown = JSON.parse(extract(['--show-attachment=record.fhir.json']))
    expect(checkFhir(record)).toEqual([])
    const hash = createHash('sha256').update(plain).digest('hex')
    expect(JSON.stringify(record)).toContain(hash)
  })

  test('has nothing about the patient in its record', () => {
    const record = extract(['--show-attachment=record.fhir.json'])
    for (const typed of ['Patient Name', 'A note of mine']) expect(record).not.toContain(typed)
    expect(record).not.toContain('"subject"')
  })

  test('has the reason in its record that was typed at a stop, and not what was ticked', async () => {
    const stopped = choose({
      ...tick('fatty-liver'),
      facts: ['under-18'],
      overrideReason: 'Seen with the family today.',
    })
    const told = (await renderWithRecord({ ...inputs, selection: stopped }, fonts, mark)).pdf
    const file = join(folder(), 'stopped.pdf')
    writeFileSync(file, told)
    const record = execFileSync('qpdf', ['--show-attachment=record.fhir.json', file], { encoding: 'utf8' })
    expect(checkFhir(JSON.parse(record))).toEqual([])
    expect(record).toContain('A safety stop was overridden. Reason: Seen with the family today.')
    expect(record).not.toMatch(/under-18|under 18/u)
  })

  test('calls it a supplement, of the media type of FHIR', () => {
    const raw = extract(['--qdf', '--object-streams=disable'], '-')
    expect(raw).toMatch(/\/AFRelationship \/Supplement/u)
    expect(raw).toMatch(/\/Subtype \/application#2ffhir\+json/iu)
    expect(raw).toMatch(/\/AF \[/u)
  })

  test('is the same file for the same choices, id and time', async () => {
    const again = await renderWithRecord(inputs, fonts, mark)
    expect(Buffer.compare(again.pdf, pdf)).toBe(0)
  })
})
