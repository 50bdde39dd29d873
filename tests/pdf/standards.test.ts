import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPdf, type ReadPdf } from '../read-pdf.ts'
import { aSheet, say } from './a-sheet.ts'
import { render } from './render.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'caresheet-pdf-'))
const file = path.join(folder, 'sheet.pdf')
const sheet = aSheet({
  title: 'Salt & <potassium> "high"',
  letterhead: { ...aSheet().letterhead, patient: say('For **患者姓名**') },
})
let read: ReadPdf

const run = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: 'utf8' })

beforeAll(async () => {
  const pdf = await render(sheet)
  writeFileSync(file, pdf)
  read = await readPdf(pdf)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('what the file says about itself', () => {
  it('is that it keeps PDF/UA-1 and PDF/A-2a', () => {
    expect(read.xmp).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/u)
    expect(read.xmp).toMatch(/<pdfaid:part>2<\/pdfaid:part>/u)
    expect(read.xmp).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/u)
    expect(read.xmp).toContain('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>')
  })

  it('has its title as text, whatever characters it has', () => {
    expect(read.xmp).toContain('>Salt &amp; &lt;potassium&gt; &quot;high&quot;</rdf:li>')
    expect(run('pdfinfo', file)).toMatch(/^Title: +Salt & <potassium> "high"$/mu)
  })

  it('has a day and no hour', () => {
    expect(read.xmp).toContain('<xmp:CreateDate>2026-11-22T00:00:00Z</xmp:CreateDate>')
    expect(run('pdfinfo', '-rawdates', file)).toMatch(/^CreationDate: +D:20261122000000Z$/mu)
  })

  it('has no word of the patient', () => {
    expect(read.xmp).not.toContain('患者姓名')
    expect(run('pdfinfo', file)).not.toContain('患者姓名')
  })

  it('has its language', () => {
    const catalog = run('qpdf', '--qdf', '--object-streams=disable', file, '-').match(/\/Lang \([^)]*\)/u)
    expect(catalog?.[0]).toBe('/Lang (en)')
  })
})

describe('other programs', () => {
  it('find its syntax sound', () => {
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found')
  })

  it('find it tagged', () => {
    expect(run('pdfinfo', file)).toMatch(/^Tagged: +yes$/mu)
  })

  it('find every font embedded, as a part, with its characters', () => {
    const fonts = run('pdffonts', file).trim().split('\n').slice(2)
    expect(fonts).toHaveLength(3)
    for (const font of fonts) expect(font).toMatch(/ yes yes yes /u)
  })

  it('find the header and footer outside the text, at their ends of the page', () => {
    const source = execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, '-']).toString('latin1')
    const artifacts = [...source.matchAll(/\/Artifact <<([^>]*)>> BDC/gu)].map(([, about = '']) =>
      about.replaceAll(/\s+/gu, ' ').trim(),
    )
    expect(artifacts.filter((about) => about === '/Type /Pagination /Attached [/Bottom]')).toHaveLength(2)
    expect(artifacts.filter((about) => about === '/Type /Pagination /Attached [/Top]')).toHaveLength(1)
    expect(artifacts.filter((about) => about === '/Type /Layout').length).toBeGreaterThan(5)
  })
})
