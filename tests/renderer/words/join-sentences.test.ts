import { expect, test } from 'vitest'
import { createCatalogues, readWords } from '../../../src/renderer/words/words.ts'
import { joinSentences } from '../../../src/renderer/words/join-sentences.ts'
import { tell } from '../../../src/domain/message.ts'

test('sentences stand with a space between them, in Chinese without one', () => {
  expect(joinSentences(['Saved.', 'The list lacks it.'])).toBe('Saved. The list lacks it.')
  expect(joinSentences(['已保存。', '列表中没有它。', '请重试！', '好。'])).toBe('已保存。列表中没有它。请重试！好。')
  expect(joinSentences(['“常用”未导入。', 'CareSheet 3', '已打开'])).toBe('“常用”未导入。CareSheet 3 已打开')
  expect(joinSentences(['Uno.'])).toBe('Uno.')
  expect(joinSentences([])).toBe('')
})

test('several problems are told in the language of the window, as it puts sentences together', () => {
  const problems = [tell('retest-past'), tell('went-wrong')].map((told) => ({ field: '', message: '', told }))
  const write = (language: 'en' | 'es' | 'zh-CN') =>
    readWords(createCatalogues(language), language).writeProblems(problems)
  expect(write('en')).toMatch(/\. \p{Lu}/u)
  expect(write('es')).toMatch(/\. \p{Lu}/u)
  expect(write('zh-CN')).toMatch(/。\p{Script=Han}/u)
  expect(write('zh-CN')).not.toMatch(/。 /u)
})
