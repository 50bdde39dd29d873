import { rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkContent } from '../../src/content/check-content.ts'
import { countWords, splitSentences } from '../../src/domain/sentences.ts'
import { change, copyContent, copyEnglish, glossaryFile, wordingFile, wordsFile } from './plant.ts'

const today = '2026-11-22'
const calm = 'Get plenty of rest.'

/** What the check says after `calm`, a line of advice, is replaced by `text`; without file and line. */
function checkAdvice(text: string): string[] {
  const folder = copyEnglish()
  const line = change(folder, wordsFile, calm, JSON.stringify(text))
  return checkContent(folder, today).problems.map(({ message }) => message.replace(`${wordsFile}:${line} `, ''))
}

describe('words that must not reach a patient', () => {
  test.each([
    ['You have hepatitis B.', 'You have hepatitis B'],
    ['You have a rest if you have fatty liver.', 'you have fatty liver'],
    ['Rest protects you.', 'protects'],
    ['Go on a detoxing rest.', 'detoxing'],
    ['Cleanse your liver.', 'Cleanse'],
    ['Stop your prescribed medicine.', 'Stop your prescribed'],
    ['This is caused by sport.', 'caused by'],
    ['Stop the statin (cholesterol medicine).', 'Stop the statin (cholesterol medicine'],
    ['Rest. Stop blood pressure tablets.', 'Stop blood pressure tablets'],
    ['You can stop insulin.', 'You can stop insulin'],
    ['Take 500 mg of it.', '500 mg'],
    ['Take 2 tablets.', '2 tablets'],
    ['Take it 3 times a day.', 'times a day'],
    ['Your level is elevated.', 'elevated'],
    ['Rest for two days.', 'two'],
    ['Rest — it helps.', '—'],
    ['Rest for >7 days.', '>'],
  ])('"%s" is refused', (text, found) => {
    expect(checkAdvice(text)).toContainEqual(expect.stringContaining(`"${found}" must not be written.`))
  })

  test.each([
    'You have a right to rest.',
    'Rest 7 days.',
    'Someone can help you rest.',
    'Stop pain pills you bought yourself.',
    'Rest before you stop.',
  ])('"%s" is fine', (text) => {
    expect(checkAdvice(text)).toEqual([])
  })

  test('a dose is refused even in a note that only the clinician sees', () => {
    const folder = copyEnglish()
    const line = change(folder, wordsFile, 'cautions: Rash. The', 'cautions: Rash at 400 mg. The')
    expect(checkContent(folder, today).problems[0]?.message).toBe(
      `${wordsFile}:${line} "400 mg" must not be written. No dose of ours, on paper or on screen.`,
    )
  })

  test('a medical word is fine in a note that only the clinician sees', () => {
    const folder = copyEnglish()
    change(folder, wordsFile, 'cautions: Rash. The', 'cautions: Acute hepatic necrosis. The')
    expect(checkContent(folder, today).problems).toEqual([])
  })

  test('fixed headings are judged too', () => {
    const folder = copyEnglish()
    const line = change(folder, wordingFile, 'heading: Every day', 'heading: Detox your liver')
    expect(checkContent(folder, today).problems.map(({ field }) => field)).toEqual([`${wordingFile}:${line}`])
  })
})

describe('words that must stand together', () => {
  test.each([
    ['es', 'Deje las pastillas para la presión. ', 'Deje las pastillas'],
    ['zh-CN', '停降压药。', '停降压药'],
  ])('no medicine is stopped that the clinician did not name: %s', (language, advice, found) => {
    const folder = copyContent()
    const file = wordsFile.replace('en.yaml', `${language}.yaml`)
    const line = change(folder, file, '  rest-well: ', `  rest-well: ${advice}`)
    expect(checkContent(folder, today).problems.map(({ message }) => message)).toEqual([
      expect.stringContaining(`${file}:${line} "${found}" must not be written.`),
    ])
  })

  test.each([
    [
      'Too little sleep, or being too tired for long, is linked',
      'Too little sleep causes harm, and is linked',
      '"causes" must not be written here.',
    ],
    [
      'Long lack of sleep is linked with higher results.',
      'Long lack of sleep goes with higher results.',
      '"linked with" must be written here.',
    ],
  ])('a cause of which only a link is known says so: %s', (from, to, found) => {
    const folder = copyEnglish()
    change(folder, wordsFile, from, to)
    expect(checkContent(folder, today).problems.map(({ message }) => message)).toEqual([
      expect.stringContaining(`${found} Only a link is known, not a cause: write "linked with".`),
    ])
  })

  test('so is what a term means, in brackets on every sheet', () => {
    const folder = copyEnglish()
    const line = change(folder, glossaryFile, 'medicines that lower cholesterol', 'medicines that cleanse you')
    expect(checkContent(folder, today).problems.map(({ message }) => message)).toEqual([
      `${glossaryFile}:${line} "cleanse" must not be written. No claim that something protects, cleans or repairs the liver.`,
    ])
  })

  test('advice against alcohol tells people who drink every day to call first', () => {
    expect(checkAdvice('Do not drink alcohol.')).toEqual([
      '"every day" must be written here too. People who drink every day must not stop all at once; they call first.',
      '"do not stop all at once" must be written here too. People who drink every day must not stop all at once; they call first.',
      '"call us first" must be written here too. People who drink every day must not stop all at once; they call first.',
    ])
  })

  test('paracetamol is named in both ways', () => {
    expect(checkAdvice('Take no paracetamol.')).toEqual([
      '"acetaminophen" must be written here too. It has 2 names, and people know only one of them.',
    ])
  })
})

describe('sentences stay short', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'rest').join(' ')

  test('20 words are allowed, and 21 are not', () => {
    expect(checkAdvice(`${words(20)}.`)).toEqual([])
    expect(checkAdvice(`${words(21)}.`)).toEqual(['This sentence has 21 words; 20 is the most.'])
  })

  test('a paragraph of sentences that are long on average is refused', () => {
    const folder = copyEnglish()
    change(folder, wordsFile, 'inShort: Extra fat may have built up in liver cells.', `inShort: ${words(12)} fat.`)
    expect(checkContent(folder, today).problems.map(({ message }) => message.replace(/^\S+ /u, ''))).toEqual([
      'The sentences of causes fatty-liver inShort have 13.0 words on average; 12 is the most.',
    ])
  })

  test('a sentence is what ends in a full stop, a question or an exclamation mark', () => {
    expect(splitSentences('**Stop:** {medicines}. Why? It\nhelps 7.5 of us!')).toEqual([
      'Stop: medicines.',
      'Why?',
      'It helps 7.5 of us!',
    ])
    expect(countWords('fever of 38 °C – or more')).toBe(6)
  })
})

test('a language without word rules is a problem of its wording', () => {
  const folder = copyEnglish()
  rmSync(path.join(folder, 'banned-wording/en.yaml'))
  expect(checkContent(folder, today).problems.map(({ message }) => message)).toEqual([
    `${wordingFile}:2 There are no word rules for the language "en" in banned-wording.`,
  ])
})
