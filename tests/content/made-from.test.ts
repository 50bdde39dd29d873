import { describe, expect, test } from 'vitest'
import { checkContent } from '../../src/content/check-content.ts'
import { loadContent } from '../../src/content/load-content.ts'
import { readContent } from '../../src/content/read-content.ts'
import { toSourceText } from '../../src/domain/outdated.ts'
import { findContent } from '../../src/domain/check-selection.ts'
import { verifyLibrary } from '../../src/domain/library.ts'
import { hash } from '../domain/make.ts'
import { change, copyContent, glossaryFile, wordingFile, wordsFile } from './plant.ts'
import { addLanguage, spanishWording, spanishWords } from './translate.ts'

const today = '2026-11-22'
const find = (folder: string) =>
  findContent(readContent(folder), { topic: 'raised-liver-enzymes', language: 'es' }).words.language

describe('a translation that does not name its English', () => {
  test('is a problem with the hash to write', () => {
    const folder = copyContent()
    const { value } = loadContent(folder).wording[0]!
    addLanguage(folder, { named: false })
    expect(checkContent(folder, today).problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^content\/topics\/raised-liver-enzymes\/es\.yaml:\d+ "madeFrom" is missing\./u),
      expect.stringMatching(/^content\/wording\/es\.yaml:\d+ "madeFrom" is missing\./u),
    ])
    expect(checkContent(folder, today).problems[1]?.message).toContain(`write madeFrom: ${hash(toSourceText(value))}`)
    expect(() => readContent(folder)).toThrow('"madeFrom" is missing')
  })

  test('the English itself names none', () => {
    const folder = copyContent()
    const line = change(folder, wordingFile, 'language: en', `language: en\nmadeFrom: ${'a'.repeat(64)}`)
    expect(checkContent(folder, today).problems.map(({ message }) => message)).toEqual([
      `${wordingFile}:${line + 1} The English is made from nothing: take madeFrom out.`,
    ])
  })
})

describe("a translation of today's English", () => {
  test('prints, and the library says so truly', () => {
    const folder = copyContent()
    addLanguage(folder)
    const library = readContent(folder)
    expect([library.topics[0]?.outdated, library.outdatedWording]).toEqual([[], []])
    expect(library.outdatedGlossary).toEqual([])
    expect(() => verifyLibrary(library, hash)).not.toThrow()
    expect(find(folder)).toBe('es')
    expect(checkContent(folder, today, { release: true }).problems).toEqual([])
  })

  test('is still one when only a comment or the layout of the English changes', () => {
    const folder = copyContent()
    addLanguage(folder)
    change(folder, wordsFile, '  rest-well: Get plenty of rest.', '  # much\n  rest-well: "Get plenty of rest."')
    expect(find(folder)).toBe('es')
  })
})

describe('a translation of an older English', () => {
  test.each([
    ['words', wordsFile, 'Get plenty of rest.', 'raised-liver-enzymes', 'words of this topic', spanishWords],
    ['wording', wordingFile, 'Your next steps', 'the wording', 'headings of the sheet', spanishWording],
    [
      'terms',
      glossaryFile,
      'a helper inside cells',
      'the glossary',
      'medical terms',
      glossaryFile.replace('en.yaml', 'es.yaml'),
    ],
  ])('does not print: %s', (_, file, text, name, what, spanish) => {
    const folder = copyContent()
    addLanguage(folder)
    change(folder, file, text, 'Get a lot of rest.')
    expect(() => find(folder)).toThrow(
      `The Spanish ${what} are older than the English and must be looked at again before they print.`,
    )
    const { problems, summary } = checkContent(folder, today)
    expect(problems).toEqual([])
    expect(summary).toContain(`es of ${name} is older than the English`)
    expect(checkContent(folder, today, { release: true }).problems.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(new RegExp(`^${spanish}:\\d The English has changed since this was made\\.`, 'u')),
    )
  })

  test('leaves the English printable, and cannot be called current in a damaged library', () => {
    const folder = copyContent()
    addLanguage(folder)
    change(folder, wordsFile, 'Get plenty of rest.', 'Get a lot of rest.')
    const library = readContent(folder)
    expect(findContent(library, { topic: 'raised-liver-enzymes', language: 'en' }).words.language).toBe('en')
    expect(() => verifyLibrary(library, hash)).not.toThrow()
    const damaged = { ...library, topics: library.topics.map((entry) => ({ ...entry, outdated: [] })) }
    expect(() => verifyLibrary(damaged, hash)).toThrow('is damaged')
    expect(() => verifyLibrary({ ...library, outdatedGlossary: ['zh-CN'] }, hash)).toThrow('is damaged')
  })
})
