import { readFileSync } from 'node:fs'
import path from 'node:path'
import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { listSheetText } from '../../src/domain/sheet.ts'
import { loadFonts } from '../../src/pdf/load-fonts.ts'
import { openDocument } from '../../src/pdf/pdf-document.ts'
import { warmFonts } from '../../src/pdf/warm-fonts.ts'
import { aSheet } from './a-sheet.ts'
import { fontFolder, render } from './render.ts'

const options = { language: 'en' as const, title: 'A title', date: '2026-11-22', width: 100, height: 100 }

describe('the parts of pdfkit that are not promised', () => {
  it('are those of the version they were read in', () => {
    const manifest: unknown = JSON.parse(
      readFileSync(path.resolve(import.meta.dirname, '../../node_modules/pdfkit/package.json'), 'utf8'),
    )
    expect(manifest).toMatchObject({ version: '0.20.2' })
  })

  it('are there: _addInfo writes what the XML says', () => {
    expect(PDFDocument.prototype).toHaveProperty('_addInfo')
  })

  it('are there: a font keeps the words it shaped in layoutCache', () => {
    const { doc, useFace } = openDocument(loadFonts(fontFolder), options)
    useFace('main-regular', 12).widthOfString('liver')
    expect(doc).toHaveProperty('_font.layoutCache.liver')
  })
})

describe('prepared words', () => {
  it('change no byte of a sheet', async () => {
    const [cold, warm] = [loadFonts(fontFolder), loadFonts(fontFolder)]
    warmFonts(warm, listSheetText(aSheet()), 'en')
    expect(warm.shapedWords.get('main-regular')).toHaveProperty('liver')
    expect(Buffer.compare(await render(aSheet(), { fonts: cold }), await render(aSheet(), { fonts: warm }))).toBe(0)
  })

  it('never come from a sheet, so that no name stays behind', async () => {
    const fonts = loadFonts(fontFolder)
    warmFonts(fonts, ['liver'], 'en')
    const before = Object.keys(fonts.shapedWords.get('main-bold') ?? {})
    await render(aSheet(), { fonts })
    expect(Object.keys(fonts.shapedWords.get('main-bold') ?? {})).toEqual(before)
    expect(before).not.toContain('Patient ')
  })
})

describe('fonts', () => {
  it('that are missing are told in words', () => {
    expect(() => loadFonts('/nowhere')).toThrow(/NotoSans-Regular\.ttf cannot be read/u)
  })

  it('have the same characters in both weights', () => {
    const { open } = loadFonts(fontFolder)
    for (const family of ['main', 'chinese'] as const)
      expect(open(`${family}-bold`).characterSet.length).toBe(open(`${family}-regular`).characterSet.length)
  })
})
