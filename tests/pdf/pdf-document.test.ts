import { readFileSync } from 'node:fs'
import path from 'node:path'
import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { loadFonts } from '../../src/pdf/load-fonts.ts'
import { fontFolder } from './render.ts'

describe('the parts of pdfkit that are not promised', () => {
  it('are those of the version they were read in', () => {
    const manifest: unknown = JSON.parse(
      readFileSync(path.resolve(import.meta.dirname, '../../node_modules/pdfkit/package.json'), 'utf8'),
    )
    expect(manifest).toMatchObject({ version: '0.20.2' })
  })

  it.each(['_addInfo', '_write', '_refEnd', '_finalize', 'addContent', 'getStructTreeRoot', 'getStructParentTree'])(
    'are there: %s',
    (name) => {
      expect(PDFDocument.prototype).toHaveProperty(name, expect.any(Function))
    },
  )

  it('are there on a page: what it says, which object it is, and its number in the tree of the structure', () => {
    const doc = new PDFDocument({ tagged: true })
    expect(doc.page).toMatchObject({ content: { data: {} }, dictionary: { id: expect.any(Number) }, height: 792 })
    expect(doc.page).toHaveProperty('structParentTreeKey', 0)
  })
})

describe('fonts', () => {
  it('that are missing are told in words', () => {
    expect(() => loadFonts('/nowhere')).toThrow(/NotoSans-Regular\.ttf cannot be read/u)
  })

  it('have the same characters in both weights', () => {
    const { open } = loadFonts(fontFolder)
    for (const family of ['main', 'chinese'] as const)
      expect(open(`${family}-bold`).characters.length).toBe(open(`${family}-regular`).characters.length)
  })
})
