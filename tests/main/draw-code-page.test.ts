import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { Language } from '../../src/domain/ids.ts'
import { drawCodePage } from '../../src/main/draw-code-page.ts'
import { catalogues } from '../../src/words/catalogues.ts'
import { listFaint } from '../pdf/examine-paper.ts'
import { readPdf, type ReadPdf } from '../read-pdf.ts'
import { aCode } from './make-services.ts'

const fonts = path.resolve(import.meta.dirname, '../../out/fonts')
const clinic = { name: 'Clínica 肝 & Co', paper: 'A4' } as const
const draw = (language: Language, paper: 'A4' | 'Letter' = 'A4', name: string = clinic.name) =>
  drawCodePage(aCode, { clinic: { name, paper }, language, today: '2026-11-28', fonts })

/** What stands on its page, in reading order. */
const listParts = ({ pages }: ReadPdf) => pages.flatMap(({ elements }) => elements.flatMap(({ children }) => children))

describe.each(Language.options)('the page of a recovery code in %s', (language) => {
  test.each(['A4', 'Letter'] as const)(
    'is one page of %s with all that it says, tagged and in order',
    async (paper) => {
      const pdf = await readPdf(draw(language, paper))
      const { title, care, why, how, lose, newer } = catalogues[language].window.codePage
      const day = { en: '28 November 2026', 'zh-CN': '2026年11月28日', es: '28 de noviembre de 2026' }[language]
      expect(pdf.pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
        paper === 'A4' ? [595, 842] : [612, 792],
      ])
      expect(pdf.language).toBe(language)
      const squeeze = (text: string) => text.replaceAll(/\s+/gu, '')
      const said = listParts(pdf).map(({ role, words }) => [role, squeeze(words)])
      expect(said).toEqual([
        ['P', squeeze(clinic.name)],
        ['H1', squeeze(title)],
        ['P', aCode],
        ...[care, why, how, lose, newer].map((text) => ['P', squeeze(text)]),
        ['P', expect.stringContaining(squeeze(day))],
      ])
      expect(pdf.unmarked).toEqual([])
      expect(listFaint(pdf)).toEqual([])
    },
  )

  test('has the code in large letters, on two lines of four groups, within its box', async () => {
    const { drawn, shapes } = await readPdf(draw(language))
    const code = drawn.filter(({ size }) => size >= 30)
    expect(code.map(({ text }) => text)).toEqual(['7F3A-91C2-0000-KMNP-', 'QRST-VWXY-ZABC-DEFG'])
    const box = shapes.find(({ line }) => line === '#16222e')
    for (const { x, width } of code) expect([x > (box?.left ?? 0), x + width < (box?.right ?? 0)]).toEqual([true, true])
  })

  test('names the buttons as the window does', () => {
    const { codePage, frame, history } = catalogues[language].window
    for (const name of [frame.history, history.namesTab, history.forgotten.keystore, history.forgotten.passphrase])
      expect(codePage.how).toContain(name)
  })
})

test('the page of a clinic without a name begins with its title', async () => {
  expect(listParts(await readPdf(draw('en', 'A4', '')))[0]?.role).toBe('H1')
})

test('what the file says of itself does not tell the code', () => {
  const bytes = Buffer.from(draw('en')).toString('latin1')
  expect(bytes).toContain('CareSheet with PDFKit')
  expect(bytes).not.toContain(aCode.slice(0, 9))
})
