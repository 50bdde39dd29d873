import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { Clinic } from '../../src/domain/clinic.ts'
import { readContent } from '../../src/content/read-content.ts'
import { listWarmUps } from '../../src/main/warm-up.ts'
import { loadFonts } from '../../src/pdf/load-fonts.ts'
import { renderSelection } from '../../src/pdf/render-selection.ts'

const project = resolve(import.meta.dirname, '../..')
const library = readContent(join(project, 'content'))
const fonts = loadFonts(join(project, 'out/fonts'))

test('the drawing thread makes itself ready with sheets that can be drawn, in every language', async () => {
  const selections = listWarmUps(library)
  expect(new Set(selections.map(({ language }) => language))).toEqual(new Set(['en', 'es', 'zh-CN']))
  for (const selection of selections) {
    const { pages } = await renderSelection(
      { library, selection, clinic: Clinic.parse({}), today: '2000-01-01' },
      fonts,
    )
    expect(pages, `pages of ${selection.causes.length} causes, ${selection.language}`).toBeGreaterThan(0)
  }
})

test('without a topic there is nothing to make ready for', () => {
  expect(listWarmUps({ ...library, topics: [] })).toEqual([])
})
