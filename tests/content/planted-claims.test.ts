import { describe, expect, test } from 'vitest'
import { checkContent } from '../../src/content/check-content.ts'
import { loadContent } from '../../src/content/load-content.ts'
import { loadReadingRules } from '../../src/content/load-reading-rules.ts'
import { measureTexts } from '../../src/content/measure-content.ts'
import { measureParity } from '../../src/content/measure-parity.ts'
import { change, copyContent, topicFile, wordsFile } from './plant.ts'
import { spanishWords } from './translate.ts'

const today = '2026-11-22'
const chineseWords = 'content/topics/raised-liver-enzymes/zh-CN.yaml'
const listClaims = (folder: string) => checkContent(folder, today).problems.map(({ message }) => message)

describe('what no sheet may say', () => {
  test.each([
    ['You have a fatty liver.', 'never says which cause'],
    ['You have a liver illness.', 'never says which cause'],
    ['Take half a tablet each morning.', 'No dose'],
    ['Take 2 aspirin.', 'No dose'],
    ['Take vitamin D daily, 1 in the morning.', 'No dose'],
    ['Your liver is toxic.', 'may not know this word'],
  ])('%s', (sentence, reason) => {
    const folder = copyContent()
    const line = change(folder, wordsFile, 'Get plenty of rest.', sentence)
    expect(listClaims(folder)).toContainEqual(
      expect.stringMatching(new RegExp(`^${wordsFile}:${line} .*${reason}`, 'u')),
    )
  })

  test.each([
    [spanishWords, 'Duerma de 7 a 8 horas', 'Usted tiene una enfermedad del hígado. Duerma de 7 a 8 horas'],
    [spanishWords, 'Duerma de 7 a 8 horas', 'Tome media tableta. Duerma de 7 a 8 horas'],
    [chineseWords, '多休息，休息好。', '您有脂肪肝。'],
    [chineseWords, '多休息，休息好。', '您患肝炎。'],
  ])('in another language: %s %s %s', (file, from, to) => {
    const folder = copyContent()
    const line = change(folder, file, from, to)
    expect(listClaims(folder)).toContainEqual(expect.stringContaining(`${file}:${line} `))
  })
})

describe('a translation may not turn the meaning', () => {
  test.each([
    ['another hepatitis', 'de la hepatitis B', 'de la hepatitis C', 'things named'],
    ['another medicine', 'una estatina', 'un entecavir', 'things named'],
    [
      'the "not" in another sentence',
      'No deje la medicina del corazón por su cuenta. Llámenos primero.',
      'Deje la medicina del corazón por su cuenta. No llame primero.',
      'say "not"',
    ],
  ])('%s', (_, from, to, says) => {
    const folder = copyContent()
    const line = change(folder, spanishWords, from, to)
    const misses = measureParity(loadContent(folder), loadReadingRules(folder)).flatMap((each) => each.misses)
    expect(misses.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(new RegExp(`^${spanishWords}:${line} .*${says}`, 'u')),
    )
  })
})

test('faults of many kinds are told at once, each with its file and line', () => {
  const folder = copyContent()
  const urgency = change(folder, topicFile, 'urgency: emergency, ', '')
  const claim = change(folder, wordsFile, 'Get plenty of rest.', 'You have a fatty liver.')
  const word = change(folder, wordsFile, 'Eat balanced meals.', 'Eat for your albumin.')
  const number = change(folder, spanishWords, 'Duerma de 7 a 8 horas', 'Duerma de 6 a 8 horas')
  const { problems, content } = checkContent(folder, today)
  const told = [...problems, ...measureTexts(folder, content)].map(({ message }) => message)
  for (const place of [
    `${topicFile}:${urgency} `,
    `${wordsFile}:${claim} `,
    `${wordsFile}:${word} "albumin"`,
    `${spanishWords}:${number} The numbers differ`,
  ])
    expect(told).toContainEqual(expect.stringContaining(place))
})

test('a term that a glossary forgot, and one it leaves out for nothing, are told', () => {
  const folder = copyContent()
  change(folder, 'content/glossary/es.yaml', '  - id: statin\n', '  - id: statine\n')
  change(folder, 'content/glossary/es.yaml', 'without: [scarring]', 'without: [scarring, nothing]')
  expect(listClaims(folder).join('\n')).toMatch(
    /The term "statin" is not here(?:.|\n)*no term "statine"(?:.|\n)*no term "nothing"/u,
  )
})
