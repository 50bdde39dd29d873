import { describe, expect, test } from 'vitest'
import { loadContent } from '../../src/content/load-content.ts'
import { loadReadingRules } from '../../src/content/load-reading-rules.ts'
import { measureChineseWords } from '../../src/content/measure-chinese-words.ts'
import { measureEnglishWords } from '../../src/content/measure-english-words.ts'
import { change, copyContent, copyEnglish, wordsFile } from './plant.ts'

const chineseWords = 'content/topics/raised-liver-enzymes/zh-CN.yaml'

const listEnglish = (folder: string) =>
  measureEnglishWords(loadContent(folder), loadReadingRules(folder)).flatMap(({ misses }) =>
    misses.map((miss) => miss.message),
  )
const listChinese = (folder: string) =>
  measureChineseWords(loadContent(folder), loadReadingRules(folder)).flatMap(({ misses }) =>
    misses.map((miss) => miss.message),
  )

describe('in English', () => {
  test.each(['albumin', 'jaundice', 'biopsy', 'renal', 'hepatocytes', 'ascites'])(
    'the medical word "%s" may not stand unexplained',
    (word) => {
      const folder = copyEnglish()
      const line = change(folder, wordsFile, 'Get plenty of rest.', `Get plenty of ${word}.`)
      expect(listEnglish(folder)).toEqual([
        expect.stringContaining(`${wordsFile}:${line} "${word}" is not an everyday word.`),
      ])
    },
  )

  test('a term may stand once the glossary has it', () => {
    const folder = copyEnglish()
    change(folder, wordsFile, 'Get plenty of rest.', 'Get plenty of albumin.')
    change(
      folder,
      'content/glossary/en.yaml',
      'antibiotics: medicines against germs',
      'antibiotics: medicines against germs, albumin: a protein',
    )
    expect(listEnglish(folder)).toEqual([])
  })

  test('everyday words with an ending, and what fills a slot, are everyday words', () => {
    const folder = copyEnglish()
    change(folder, wordsFile, 'Get plenty of rest.', "Get the doctor's jogging, napping and bruised {phone}.")
    expect(listEnglish(folder)).toEqual([])
  })
})

describe('in Chinese', () => {
  const sentence = '多休息，休息好。'

  test.each(['寒战', '浮肿', '肝硬化', '黄疸'])('the medical word "%s" may not stand unexplained', (word) => {
    const folder = copyContent()
    change(folder, chineseWords, sentence, `${word}要查。`)
    expect(listChinese(folder)).not.toEqual([])
  })

  test('everyday words that stand together are everyday words', () => {
    const folder = copyContent()
    change(folder, chineseWords, sentence, '看不出一种。')
    expect(listChinese(folder)).toEqual([])
  })
})
