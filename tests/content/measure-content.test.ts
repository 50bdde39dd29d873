import { rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkContent } from '../../src/content/check-content.ts'
import { loadContent } from '../../src/content/load-content.ts'
import { loadReadingRules } from '../../src/content/load-reading-rules.ts'
import { measureBlocks } from '../../src/content/measure-blocks.ts'
import { measureCoverage } from '../../src/content/measure-coverage.ts'
import { measureFirstWords } from '../../src/content/measure-first-words.ts'
import { measureParity } from '../../src/content/measure-parity.ts'
import { measureContent } from '../../src/content/measure-content.ts'
import { change, copyContent, copyEnglish, shipped, topicFile, wordsFile } from './plant.ts'
import { addLanguage, spanishWords } from './translate.ts'

const today = '2026-11-22'
const measure = (folder: string) => measureContent(folder, checkContent(folder, today).content)
const listMisses = (folder: string) => measure(folder).problems.map(({ message }) => message)

const ofShipped = measure(shipped)

test('every gate holds for the shipped content', () => {
  const { measures, problems } = ofShipped
  expect(problems).toEqual([])
  expect(measures.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'Facts of the seed',
      'SMOG of whole English sheets',
      'Blocks of text, en',
      'Verb first',
      'Lines of a list',
      'PEMAT-P, what a machine can judge',
      'Terms explained, en',
      'Everyday words, en',
      'Everyday words, zh-CN',
    ]),
  )
})

test('the English sheets are those of all 63 sets of the six common causes, short and full', () => {
  const smog = ofShipped.measures.find(({ name }) => name.startsWith('SMOG'))
  expect(smog?.figures[0]).toMatch(/^126 sheets; without the \d+ allowed terms/u)
})

describe('long words', () => {
  const listLongWords = (folder: string) =>
    measureBlocks(loadContent(folder), loadReadingRules(folder))
      .flatMap(({ misses }) => misses.map(({ message }) => message))
      .filter((message) => message.includes('long words in a hundred'))

  test('a single one may not stand in a short paragraph, though it is the only one', () => {
    const folder = copyEnglish()
    const line = change(folder, wordsFile, 'Long lack of sleep is linked with higher results.', 'Fatigability is bad.')
    expect(listLongWords(folder)).toEqual([
      expect.stringMatching(`^${wordsFile}:${line} .* has 33.3 long words in a hundred; 10 is the most`),
    ])
  })

  test('one in a heading is read with the paragraph under it', () => {
    const folder = copyEnglish()
    expect(listLongWords(folder)).toEqual([])
    change(folder, wordsFile, 'heading: Pregnancy', 'heading: Pregnancy complications unfortunately deteriorating')
    expect(listLongWords(folder)).toEqual([expect.stringContaining('causes pregnancy whatHappens has ')])
  })

  test('in Spanish words are long from 4 syllables', () => {
    const folder = copyContent()
    const heading = 'heading: Embarazo'
    change(folder, spanishWords, heading, 'heading: Sangre enferma y pulso rápido')
    expect(listLongWords(folder)).toEqual([])
    change(
      folder,
      spanishWords,
      'heading: Sangre enferma y pulso rápido',
      'heading: Irregularidades adecuadamente manifestadas',
    )
    expect(listLongWords(folder)).toEqual([expect.stringContaining('10 is the most.')])
  })
})

describe('a gate that does not hold names the place', () => {
  test('a text that is hard to read', () => {
    const folder = copyContent()
    const hard = Array.from({ length: 40 }, () => 'Unfortunately hypersensitivity.').join(' ')
    change(folder, wordsFile, 'The number alone does not name the cause.', hard)
    const misses = listMisses(folder)
    expect(misses).toContainEqual(expect.stringMatching(/^SMOG of whole English sheets: .* 8 is the most\.$/u))
    expect(misses).toContainEqual(expect.stringMatching(/^SMOG of whole English sheets: The median is/u))
    expect(misses).toContainEqual(expect.stringContaining('long words in a hundred; 10 is the most.'))
  })

  test('advice that does not begin with what to do', () => {
    const folder = copyContent()
    const line = change(folder, wordsFile, 'Get plenty of rest.', 'Plenty of rest is good.')
    const [verbs] = measureFirstWords(loadContent(folder), loadReadingRules(folder))
    expect(verbs?.misses.map(({ message }) => message)).toEqual([
      `${wordsFile}:${line} "Plenty" is no first word for advice: begin with a verb, or add it to reading-rules.`,
    ])
  })

  test('a sheet that asks for a calculation', () => {
    const folder = copyContent()
    change(
      folder,
      wordsFile,
      'sheetTitle: Your liver blood test is higher than usual',
      'sheetTitle: Work out your results',
    )
    expect(listMisses(folder)).toEqual([expect.stringContaining('Item 7, "It asks for no calculation."')])
  })

  test('a list of allowed terms that is too long, or a rule that is not known', () => {
    const folder = copyContent()
    const terms = 'content/allowed-terms/en.yaml'
    change(folder, terms, '  - ALT\n', Array.from({ length: 25 }, (_, index) => `  - word${index}\n`).join(''))
    expect(listMisses(folder)).toContainEqual(
      expect.stringMatching(/^content\/allowed-terms\/en\.yaml:\d+ "terms" is wrong/u),
    )
  })
})

describe('a translation says as much as the English', () => {
  const plant = (from: string, to: string) => {
    const folder = copyContent()
    addLanguage(folder)
    const line = change(folder, spanishWords, from, to)
    const place = `${spanishWords}:${line} `
    return measureParity(loadContent(folder), loadReadingRules(folder))
      .flatMap(({ misses }) => misses.map(({ message }) => message))
      .filter((message) => message.startsWith(place))
      .map((message) => message.slice(place.length))
  }

  test.each([
    [
      'another number',
      'for 30 minutes, 5 days',
      'for 20 minutos, 5 días',
      'The numbers differ from the English: here 20 minute, 5 day, there 30 minute, 5 day.',
    ],
    [
      'another unit',
      'Sleep 7 to 8 hours each',
      'Duerma 7 a 8 días each',
      'The numbers differ from the English: here 7, 8 day, there 7, 8 hour.',
    ],
    [
      'a slot too few',
      'taking now:** {medicines}.',
      'taking now:** todo.',
      'The slots differ from the English: here none, there medicines.',
    ],
    [
      'a negation too few',
      'Do not crash diet.',
      'Haga dieta.',
      'This has 0 sentences that say "not", and the English 1: "Do not crash diet."',
    ],
  ])('%s', (_, from, to, says) => {
    expect(plant(from, to)).toContainEqual(expect.stringContaining(says))
  })

  test('the same in other words is fine', () => {
    expect(plant('Do not crash diet.', 'No haga dietas extremas.')).toEqual([])
    expect(plant('Sleep 7 to 8 hours each night.', 'Duerma de 7 a 8 horas cada noche.')).toEqual([])
  })
})

test('a sheet language without a glossary is a miss', () => {
  const folder = copyContent()
  rmSync(path.join(folder, 'glossary/en.yaml'))
  expect(listMisses(folder)).toContain('Glossaries: There is no glossary/en.yaml.')
})

test('a fact that nothing carries is named', () => {
  const folder = copyContent()
  change(folder, topicFile, 'facts: [ex.rest]', 'facts: []')
  const coverage = measureCoverage(loadContent(folder))
  expect(coverage.figures[0]).toBe('60 of 61 carried')
  expect(coverage.misses.map(({ message }) => message)).toEqual(['Facts of the seed: Nothing carries "ex.rest".'])
})
