import { expect, it } from 'vitest'
import { cleanLogo, openLogo } from '../../src/pdf/logo/read-logo.ts'
import { renderSelection } from '../../src/pdf/render-selection.ts'
import { readSample } from './logo/samples.ts'
import { fonts } from './render.ts'
import { choose, commonCauses, library, longClinic, renderShipped, tick, today, twoResults } from './shipped.ts'

const goals = [
  ['en', 45_000],
  ['es', 45_000],
  ['zh-CN', 130_000],
] as const

it.each(goals)('the fullest sheet of the common causes stays small: %s, under %i bytes', async (language, most) => {
  const { pdf } = await renderShipped({ ...tick(...commonCauses), ...twoResults, language, depth: 'full' })
  expect(pdf.length).toBeLessThan(most)
})

it.each(goals)(
  'so does one of two causes with a card and a photo as logo: %s, under %i bytes',
  async (language, most) => {
    const selection = choose({ ...tick('fatty-liver', 'drug-injury'), ...twoResults, language, retestCard: true })
    const logo = openLogo(cleanLogo(readSample('colour.jpg')))
    const { pdf } = await renderSelection({ library, selection, clinic: longClinic, today }, fonts, { logo })
    expect(pdf.length).toBeLessThan(most)
  },
)
