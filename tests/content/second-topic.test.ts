// A second topic, made by following content/README.md, must need nothing but its own folder: no gate, no heading and no
// page may have been made for one topic alone. The topic stands in second-topic/ and is never shipped.
import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { measureGlyphs } from '../../src/cli/measure-glyphs.ts'
import { checkContent } from '../../src/content/check-content.ts'
import { measureContent } from '../../src/content/measure-content.ts'
import { toLibrary } from '../../src/content/read-content.ts'
import { composeSheet } from '../../src/domain/compose-sheet.ts'
import type { Language } from '../../src/domain/ids.ts'
import { verifyLibrary, type Library } from '../../src/domain/library.ts'
import { parseSelection } from '../../src/domain/selection.ts'
import { listSheetText } from '../../src/domain/sheet.ts'
import { renderSelection } from '../../src/pdf/render-selection.ts'
import { aClinic, hash } from '../domain/make.ts'
import { fonts } from '../pdf/render.ts'
import { readPdf } from '../read-pdf.ts'
import { copyContent } from './plant.ts'

const today = '2026-11-22'
const shippedTopic = 'raised-liver-enzymes'
const secondTopic = 'low-vitamin-d'

/** The shipped content with the second topic's folder put beside the first. */
function addSecondTopic(): string {
  const folder = copyContent()
  cpSync(path.join(import.meta.dirname, 'second-topic/topics'), path.join(folder, 'topics'), { recursive: true })
  return folder
}

let opened: Library | undefined
/** Both topics, read once. */
const openLibrary = () => (opened ??= toLibrary(checkContent(addSecondTopic(), today).content))

/** What every gate finds wrong, as a release would be judged, and the names of the instruments that looked. */
function judge(folder: string) {
  const { problems, content } = checkContent(folder, today, { release: true })
  const measured = measureContent(folder, content)
  const glyphs = measureGlyphs(content, fonts)
  return {
    problems: [...problems, ...measured.problems, ...glyphs.misses].map(({ message }) => message),
    instruments: [...measured.measures, glyphs].map(({ name }) => name),
  }
}

const instruments = [
  'Facts of the seed',
  'SMOG of whole English sheets',
  'INFLESZ of whole Spanish sheets',
  'Sentences of whole Chinese sheets',
  'Blocks of text, en',
  'Blocks of text, es',
  'Everyday words, zh-CN',
  'Verb first',
  'Lines of a list',
  'Languages say the same',
  'PEMAT-P, what a machine can judge',
  'Characters the fonts can print',
]

describe('a second topic', () => {
  test('passes every gate beside the shipped one', () => {
    const judged = judge(addSecondTopic())
    expect(judged.problems).toEqual([])
    expect(judged.instruments).toEqual(
      expect.arrayContaining([...instruments, 'Terms explained, en', 'Terms explained, es', 'Terms explained, zh-CN']),
    )
  })

  test('passes every gate on its own, where no easier topic can hide it', () => {
    const folder = addSecondTopic()
    rmSync(path.join(folder, 'topics', shippedTopic), { recursive: true })
    const judged = judge(folder)
    expect(judged.problems).toEqual([])
    expect(judged.instruments).toEqual(expect.arrayContaining(instruments))
  })

  test('stands in the library as one of two, whole and in every language', () => {
    const library = openLibrary()
    expect(library.topics.map(({ topic }) => topic.id)).toEqual([secondTopic, shippedTopic])
    expect(library.topics.map(({ words, outdated }) => [Object.keys(words).toSorted(), outdated])).toEqual([
      [['en', 'es', 'zh-CN'], []],
      [['en', 'es', 'zh-CN'], []],
    ])
    expect(() => verifyLibrary(library, hash)).not.toThrow()
  })
})

/** A sheet of the second topic with both causes and a result. */
function choose(language: Language, more: object = {}) {
  const selection = parseSelection({
    topic: secondTopic,
    language,
    causes: [{ id: 'little-sun' }, { id: 'few-foods', certainty: 'checking' }],
    results: [{ analyte: 'ALP', value: 195, upperLimit: 130, unit: 'U/L' }],
    ...more,
  })
  return { library: openLibrary(), selection, clinic: aClinic, today }
}
const write = (language: Language, more: object = {}) =>
  listSheetText(composeSheet({ ...choose(language, more), hash }))

// In each language: the heading of the sheet, a sign for the hospital and one for today, the advice that only the merge rule
// brings in and the advice it takes out, the name of the medicine, and the word for the other topic's organ.
const said = {
  en: {
    holds: ['Your vitamin D is low', 'your hands or throat cramp', 'a bone hurts', 'extra vitamin D all year'],
    dropped: 'in the dark months',
    medicine: 'vitamin D (colecalciferol) tablets or drops',
    liver: /liver/iu,
  },
  es: {
    holds: ['Su vitamina D está baja', 'calambres en las manos', 'le duele un hueso', 'más vitamina D todo el año'],
    dropped: 'en los meses de poco sol',
    medicine: 'vitamina D (colecalciferol) en tabletas o gotas',
    liver: /hígado/iu,
  },
  'zh-CN': {
    holds: ['您的维生素D太低', '喉咙抽紧', '骨头疼', '您是否全年都要多补维生素D'],
    dropped: '阳光少的月份',
    medicine: '维生素D（胆钙化醇）的片或滴剂',
    liver: /肝/u,
  },
} as const

describe.each(['en', 'es', 'zh-CN'] as const)('its sheet in %s', (language) => {
  const { holds, dropped, medicine, liver } = said[language]

  test('prints on at most 2 pages with its own warnings, result and settled advice', async () => {
    const { pdf } = await renderSelection(choose(language), fonts)
    const { pages, text } = await readPdf(pdf)
    const squeezed = text.replaceAll(' ', '') // Chinese is drawn with spaces at the ends of lines
    expect(pages.length).toBeLessThanOrEqual(2)
    expect(holds.filter((words) => !squeezed.includes(words.replaceAll(' ', '')))).toEqual([])
    expect(squeezed).toContain('ALP195')
    expect(squeezed).not.toContain(dropped.replaceAll(' ', ''))
  })

  test('says nothing of the liver, for what all sheets share belongs to no topic', () => {
    expect(write(language).filter((line) => liver.test(line))).toEqual([])
  })

  test('names the medicine only once it was ticked', () => {
    expect(write(language)).not.toContain(medicine)
    expect(write(language, { medicines: ['vitamin-d'] })).toContain(medicine)
  })
})
