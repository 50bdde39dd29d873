import { expect, test } from 'vitest'
import { chooseLocale } from '../../../src/renderer/words/choose-locale.ts'

test.each([
  ['en', 'en-GB', 'en-GB'],
  ['en', 'en-US', 'en-US'],
  ['en', 'zh-CN', 'en-US'],
  ['es', 'es-MX', 'es-MX'],
  ['es', 'en-US', 'es-ES'],
  ['zh-CN', 'zh-TW', 'zh-CN'],
  ['zh-CN', 'en-GB', 'zh-CN'],
] as const)('a window in %s on a computer in %s writes days as %s', (language, system, locale) => {
  expect(chooseLocale(language, system)).toBe(locale)
})
