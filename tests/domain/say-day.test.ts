import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readContent } from '../../src/content/read-content.ts'
import { Language } from '../../src/domain/ids.ts'
import { sayDay, sayDayInEach } from '../../src/domain/say-day.ts'
import { writeDate } from '../../src/domain/sheet-draft.ts'

const { wording } = readContent(resolve(import.meta.dirname, '../../content'))
const days = ['2026-01-01', '2026-09-30', '2028-02-29', '2999-12-31']

test.each(Language.options)('a day in the window has the form that sheets in %s have', (language) => {
  const said = wording[language]
  if (said === undefined) throw new Error(`No wording in ${language}.`)
  for (const day of days) expect(sayDay(day, language)).toBe(writeDate({ wording: said }, day, 'shortDate'))
})

test('a message may bring a day in each language', () => {
  expect(sayDayInEach('2026-12-07')).toEqual({
    en: '7 December 2026',
    'zh-CN': '2026年12月7日',
    es: '7 de diciembre de 2026',
  })
})
