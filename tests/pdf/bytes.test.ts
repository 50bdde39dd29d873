import { expect, it } from 'vitest'
import { commonCauses, renderShipped, tick, twoResults } from './shipped.ts'

it.each([
  ['en', 45_000],
  ['es', 45_000],
  ['zh-CN', 130_000],
])('the fullest sheet of the common causes stays small: %s, under %i bytes', async (language, most) => {
  const { pdf } = await renderShipped({ ...tick(...commonCauses), ...twoResults, language, depth: 'full' })
  expect(pdf.length).toBeLessThan(most)
})
