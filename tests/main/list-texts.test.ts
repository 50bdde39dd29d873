import { expect, test } from 'vitest'
import { listTexts } from '../../src/main/list-texts.ts'
import { makeLibrary } from '../store/make-library.ts'

test('every text of every language is in one portion, none of which is large', () => {
  const portions = listTexts(makeLibrary())
  const texts = (language: string) =>
    portions.flatMap((portion) => (portion.language === language ? portion.texts : []))
  expect(texts('en')).toEqual(expect.arrayContaining(['Tired engine', 'NAFLD', 'Rest.', 'Silver polish']))
  expect(texts('zh-CN')).toEqual(expect.arrayContaining(['发动机疲劳', '银光剂']))
  expect(Math.max(...portions.map((portion) => portion.texts.length))).toBeLessThanOrEqual(20)
})
