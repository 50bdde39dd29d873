import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderShipped, tick, twoResults } from './shipped.ts'

const visit = { ...tick('fatty-liver', 'drug-injury'), ...twoResults, retestCard: true }

/** What PDF/UA-1 and PDF/A-2a ask of the file itself and no reader shows; ISO 14289-1 and ISO 19005-2. */
describe.each([
  { language: 'en' },
  { language: 'zh-CN', size: 'clear', paper: 'Letter' },
  { language: 'es', paper: 'A5', depth: 'short' },
  { language: 'zh-CN', secondLanguage: 'en' },
  { language: 'es', secondLanguage: 'en', size: 'large' },
])('the file of a sheet in %j', (choices) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caresheet-rules-'))
  const file = path.join(folder, 'sheet.pdf')
  let source = ''
  let pageCount = 0

  beforeAll(async () => {
    const { pdf, pages } = await renderShipped({ ...visit, ...choices })
    writeFileSync(file, pdf)
    pageCount = pages
    const options = ['--qdf', '--object-streams=disable', file, '-']
    source = execFileSync('qpdf', options, { maxBuffer: 2 ** 28 }).toString('latin1')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const count = (pattern: RegExp) => source.match(pattern)?.length ?? 0

  it('has syntax without a fault', () => {
    expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    )
  })

  it('says that it is tagged, in which language, and shows its title', () => {
    expect(source).toMatch(/\/MarkInfo/u)
    expect(source).toMatch(/\/Marked true/u)
    expect(source).toMatch(/\/DisplayDocTitle true/u)
    expect(source).toContain(`/Lang (${choices.language})`)
    expect(count(/\/Type \/StructTreeRoot/gu)).toBe(1)
  })

  it('ties every page to the structure, and goes through it in its order', () => {
    expect(count(/\/Type \/Page\n/gu)).toBe(pageCount)
    expect(count(/\/StructParents \d+/gu)).toBe(pageCount)
    expect(count(/\/Tabs \/S\n/gu)).toBe(pageCount)
  })

  it('tells what its colours are', () => {
    expect(count(/\/S \/GTS_PDFA1/gu)).toBe(1)
    expect(count(/\/DestOutputProfile/gu)).toBe(1)
  })

  it('has every font embedded, as a part, with its characters', () => {
    const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThanOrEqual(2)
    for (const font of fonts) expect(font).toMatch(/ yes yes yes /u)
  })

  it.each([
    'Encrypt',
    'JavaScript',
    'JS',
    'Launch',
    'URI',
    'AA',
    'SMask',
    'EmbeddedFile',
    'AcroForm',
    'Annots',
    'CIDSet',
  ])('has no /%s, which a standard forbids or asks more of', (name) =>
    expect(source).not.toMatch(new RegExp(`/${name}\\b`, 'u')),
  )
})
