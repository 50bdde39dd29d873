import { expect, test } from 'vitest'
import { spellPinyin } from '../../src/content/spell-pinyin.ts'
import { library } from '../properties/shipped-topic.ts'

test('every Chinese text of the search is spelled in Latin letters, and no other text', () => {
  const spelled = spellPinyin(library)
  expect(spelled).toMatchObject({ 脂肪肝: 'zhi fang gan', 乙型肝炎: 'yi xing gan yan', 转氨酶高: 'zhuan an mei gao' })
  for (const [text, syllables] of Object.entries(spelled)) {
    expect(text).toMatch(/\p{Script=Han}/u)
    expect(syllables, text).toMatch(/^[a-z]+( [a-z]+)*$/u)
  }
})
