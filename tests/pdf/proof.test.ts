import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeProof } from '../../src/content/make-proof.ts'
import { readContent } from '../../src/content/read-content.ts'
import { listTexts, listWording } from '../../src/content/list-texts.ts'
import { loadFonts } from '../../src/pdf/load-fonts.ts'
import { renderProof } from '../../src/pdf/render-proof.ts'
import { readPdf } from '../read-pdf.ts'
import { listFaint } from './examine-paper.ts'
import { change, copyContent, shipped, wordsFile } from '../content/plant.ts'
import { addLanguage, spanishWords } from '../content/translate.ts'

const fonts = loadFonts(path.resolve(import.meta.dirname, '../../out/fonts'))
const library = readContent(shipped)

describe('the proof of the English', () => {
  const proof = makeProof(library, 'en')
  const rows = proof?.sections.flatMap((section) => section.rows) ?? []

  test('has every text of the topic and of the wording', () => {
    const words = library.topics[0]?.words.en
    const wording = library.wording.en
    const texts = [...(words ? listTexts(words) : []), ...(wording ? listWording(wording) : [])]
    const proved = new Set(rows.map(({ english }) => english))
    expect(texts.filter(({ text }) => !proved.has(text))).toEqual([])
    expect(rows.every(({ translation }) => translation === undefined)).toBe(true)
  })

  test('says what each piece of advice rests on and when it prints', () => {
    expect(rows.find(({ place }) => place === 'rest-well')).toMatchObject({
      flags: expect.arrayContaining(['do', 'intense-exercise', 'on']),
      sources: ['seed'],
    })
    expect(rows.find(({ place }) => place === 'seed')).toMatchObject({
      english: 'Cainiu Health, Dr Gao Jun, on raised ALT and AST, 3 December 2025',
      flags: ['on the sheet: Cainiu Health'],
    })
    expect(rows.find(({ place }) => place === 'confused')?.flags).toEqual(['go to hospital now', 'every sheet'])
    expect(rows.find(({ place }) => place === 'silybin.evidence')?.flags).toContain('clinician only, never printed')
  })

  test('says when each rule holds, and what prints by itself', () => {
    const listFlags = (wanted: string) => rows.find(({ place }) => place === wanted)?.flags ?? []
    expect(rows.find(({ place }) => place === 'w9-hepatitis-b-flare')).toMatchObject({
      flags: expect.arrayContaining(['stops the sheet', 'if cause hepatitis-b + immune-suppressing']),
      sources: ['aasld-hbv-2018', 'fda-hcv-2016'],
    })
    expect(listFlags('w4-high-result')).toContain('if a result, times its limit, 4.95 or more and up to 15')
    expect(listFlags('withdrawal-words')).toContain('with alcohol or heavy-daily-drinking')
    expect(listFlags('no-weight-words-under-18')).toContain('when under-18')
    expect(listFlags('tests-for-gluten-are-done')).toContain('when coeliac-disease + eat-no-gluten put in')
    expect(listFlags('keep-statin')).toContain('on a short sheet too')
    expect(listFlags('fatty-liver.name')).toEqual(
      expect.arrayContaining(['next test after 12 weeks', 'ICD-10 K76.0', 'SNOMED-CT 197321007']),
    )
    expect(listFlags('pregnancy.name')).toEqual(
      expect.arrayContaining(['to be seen the same day', 'no usual wait for the next test']),
    )
    expect(listFlags('a-little-high')).toEqual(['under 2 times the upper limit'])
    expect(listFlags('very-high')).toEqual(['all above', 'the sheet says to call first'])
  })

  test('shows the red flags of a cause beneath it, in words', () => {
    const at = rows.findIndex(({ place }) => place === 'hepatitis-c.redFlags')
    expect(rows[at - 1]?.place).toBe('hepatitis-c.inShort')
    expect(rows[at]?.english).toMatch(/^you are confused, .*; you vomit blood, .*; your belly or legs swell/u)
    expect(rows[at]?.flags).toEqual(['its red flags: confused, bleeding, yellow-or-itching, swelling'])
  })

  test('is written in colours that are easy to read, to the foot', async () => {
    if (!proof) throw new Error('There is no proof.')
    const read = await readPdf(renderProof(proof, { fonts, date: '2026-11-22' }))
    expect(read.drawn.some(({ artifact }) => artifact)).toBe(true)
    expect(listFaint(read)).toEqual([])
  })

  test('becomes the same PDF each time', async () => {
    if (!proof) throw new Error('There is no proof.')
    const options = { fonts, date: '2026-11-22' }
    const [first, second] = [renderProof(proof, options), renderProof(proof, options)]
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
    expect(Buffer.from(first.slice(0, 5)).toString()).toBe('%PDF-')
  })
})

test('the proof of a translation stands beside the English, and says when it is older', () => {
  const folder = copyContent()
  addLanguage(folder)
  change(folder, spanishWords, 'Get plenty of rest.', 'Descanse mucho.')
  const proof = makeProof(readContent(folder), 'es')
  const rows = proof?.sections.flatMap((section) => section.rows) ?? []
  expect(rows.find(({ place }) => place === 'rest-well')).toMatchObject({
    english: 'Get plenty of rest.',
    translation: 'Descanse mucho.',
  })
  expect(proof?.about.join(' ')).not.toContain('older')
  change(folder, wordsFile, 'Get plenty of rest.', 'Get much rest.')
  expect(makeProof(readContent(folder), 'es')?.about.join(' ')).toContain('older than the English')
})

test('a language nothing is written in has no proof', () => {
  const englishOnly = {
    ...library,
    topics: library.topics.map((entry) => ({ ...entry, words: entry.words.en ? { en: entry.words.en } : {} })),
  }
  expect(makeProof(englishOnly, 'zh-CN')).toBeUndefined()
})
