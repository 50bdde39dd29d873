import { describe, expect, it } from 'vitest'
import { Language } from '../../src/domain/ids.ts'
import { renderSelection } from '../../src/pdf/render-selection.ts'
import { listElements, readPdf } from '../read-pdf.ts'
import { listOutside } from './examine-paper.ts'
import { fonts } from './render.ts'
import { choose, commonCauses, library, longClinic, tick, today } from './shipped.ts'

const undrawn = { ...library, topics: library.topics.map(({ topic, ...entry }) => ({ ...entry, topic: { ...topic } })) }
for (const { topic } of undrawn.topics) delete topic.figure

async function renderWith(books: typeof library, choices: object) {
  const selection = choose({ ...tick('fatty-liver', 'drug-injury'), ...choices })
  const { pdf, pages } = await renderSelection({ library: books, selection, clinic: longClinic, today }, fonts)
  return { read: await readPdf(pdf), pages }
}

const listFigures = ({ pages }: Awaited<ReturnType<typeof readPdf>>) =>
  pages.flatMap(({ elements }) => listElements(elements).filter(({ role }) => role === 'Figure'))

const listRead = ({ drawn }: Awaited<ReturnType<typeof readPdf>>) => drawn.filter(({ artifact }) => !artifact)

const sheets = Language.options.flatMap((language) =>
  (['A4', 'Letter'] as const).flatMap((paper) => [
    { language, paper },
    { language, paper, depth: 'short' },
    { language, paper, ...tick(...commonCauses) },
  ]),
)

describe('the drawing of a topic', () => {
  it.each(sheets)('is told in words, and moves no letter of the sheet: %o', async (choices) => {
    const [{ read }, bare] = [await renderWith(library, choices), await renderWith(undrawn, choices)]
    expect(listFigures(read).map(({ alternative }) => alternative)).toEqual([
      library.topics[0]?.words[choices.language]?.figure,
    ])
    expect(listFigures(bare.read)).toEqual([])
    const [drawn, bareDrawn] = [listRead(read), listRead(bare.read)]
    expect(drawn.map(({ page, text }) => [page, text])).toEqual(bareDrawn.map(({ page, text }) => [page, text]))
    const moved = drawn.map(({ x, y }, index) =>
      Math.hypot(x - (bareDrawn[index]?.x ?? 0), y - (bareDrawn[index]?.y ?? 0)),
    )
    expect(Math.max(...moved)).toBeLessThan(0.01)
    expect(listOutside(read)).toEqual([])
  })

  it.each([{ size: 'clear' }, { secondLanguage: 'es' }, { paper: 'A5', depth: 'short' }, { causes: [] }])(
    'is left out where it finds no room: %o',
    async (choices) => {
      const { read } = await renderWith(library, choices)
      expect(listFigures(read)).toEqual([])
    },
  )
})
