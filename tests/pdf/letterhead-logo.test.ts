import { describe, expect, it } from 'vitest'
import { Clinic } from '../../src/domain/clinic.ts'
import { Language } from '../../src/domain/ids.ts'
import { cleanLogo, openLogo, type Logo } from '../../src/pdf/logo/read-logo.ts'
import { drawSheet } from '../../src/pdf/render-sheet.ts'
import { layOutSelection, renderSelection } from '../../src/pdf/render-selection.ts'
import { renderWithRecord } from '../../src/pdf/render-with-record.ts'
import { listElements, readPdf, type ReadPdf } from '../read-pdf.ts'
import { edges, listOutside, seenWidth, squeeze } from './examine-paper.ts'
import { makeGrey, makeSvg, readSample } from './logo/samples.ts'
import { fonts } from './render.ts'
import { causes, choose, commonCauses, library, longClinic, tick, today, twoResults } from './shipped.ts'

const open = (bytes: Uint8Array) => openLogo(cleanLogo(bytes))
const drawing = (width: number, height: number) =>
  open(makeSvg(`<rect width="${width}" height="${height}" fill="#0b6a67"/>`, `viewBox="0 0 ${width} ${height}"`))
const logos: Readonly<Record<string, Logo>> = {
  'a square drawing': drawing(100, 100),
  'a wide drawing': drawing(600, 100),
  'a very wide drawing': drawing(1500, 100),
  'a tall drawing': drawing(50, 200),
  'a tiny picture': open(makeGrey(24, 24, 60)),
  'a large picture': open(makeGrey(1200, 900, 60)),
  'a small photo': open(readSample('colour.jpg')),
}
const shortClinic = Clinic.parse({ name: 'A clinic', phone: '555 0134', emergencyNumber: '112' })

async function render(choices: object, logo?: Logo, clinic = longClinic) {
  const selection = choose({ ...tick('fatty-liver', 'drug-injury'), ...twoResults, ...choices })
  const { pdf } = await renderSelection({ library, selection, clinic, today }, fonts, { logo })
  return { pdf, read: await readPdf(pdf) }
}

const listForms = <Size extends string>(...sizes: readonly Size[]) =>
  Language.options.flatMap((language) =>
    (['A4', 'Letter'] as const).flatMap((paper) => sizes.map((size) => ({ language, paper, size }))),
  )
const otherForms = [
  { language: 'en', paper: 'A5', depth: 'short', size: 'standard' },
  { language: 'es', secondLanguage: 'en', paper: 'A4', size: 'standard' },
  { language: 'zh-CN', secondLanguage: 'en', paper: 'Letter', size: 'clear' },
] as const
const papers = [...listForms('standard', 'large'), ...otherForms] as const

const listWords = ({ text, spoken }: ReadPdf) => [text, spoken].map((words) => squeeze(words))

/** What each paper says without a logo, read once for all logos. */
const bareWords = new Map<string, Promise<string[]>>()
function readBare(choices: object, clinic: Clinic): Promise<string[]> {
  const key = JSON.stringify([choices, clinic])
  const words = bareWords.get(key) ?? render(choices, undefined, clinic).then(({ read }) => listWords(read))
  bareWords.set(key, words)
  return words
}

function findLogos({ pages }: ReadPdf, clinic: string) {
  return pages.flatMap(({ elements }, index) =>
    listElements(elements).flatMap(({ role, alternative, box }) =>
      role === 'Figure' && alternative === clinic && box ? [{ page: index + 1, box }] : [],
    ),
  )
}

/** The words of page 1 that a logo stands on, or that stand on it. */
function listHidden(read: ReadPdf, logo: { left: number; top: number; width: number; height: number }): string[] {
  const { height: paper = 0 } = read.pages[0] ?? {}
  const isHidden = (text: ReadPdf['drawn'][number]) =>
    text.x < logo.left + logo.width &&
    text.x + seenWidth(text) > logo.left &&
    paper - text.y > logo.top &&
    paper - text.y - 0.5 * text.size < logo.top + logo.height
  return read.drawn.filter((text) => text.page === 1 && isHidden(text)).map(({ text }) => text)
}

/** The box of the logo, in points from the edges of page 1. */
function measureLogo(read: ReadPdf, clinic: string) {
  const figures = findLogos(read, clinic)
  expect(figures.map(({ page }) => page)).toEqual([1])
  const { height: paper = 0 } = read.pages[0] ?? {}
  const [left = 0, bottom = 0, right = 0, top = 0] = figures[0]?.box ?? []
  return { left, top: paper - top, width: right - left, height: top - bottom }
}

describe.each(Object.entries(logos))('the letterhead with %s', (_, logo) => {
  it.each(papers)('shows it once, in shape, where a printer reaches, and changes no word: %o', async (choices) => {
    for (const clinic of [longClinic, shortClinic]) {
      const { read } = await render(choices, logo, clinic)
      expect(listWords(read)).toEqual(await readBare(choices, clinic))
      expect(listOutside(read, choices.size)).toEqual([])
      const { left, top, width, height } = measureLogo(read, clinic.name)
      expect(width / height).toBeCloseTo(logo.ratio, 1)
      const { width: paper = 0 } = read.pages[0] ?? {}
      const { side } = edges[choices.size]
      expect(left).toBeGreaterThanOrEqual(side - 0.01)
      expect(width).toBeLessThanOrEqual((paper - 2 * side) * 0.3 + 0.01)
      expect(listHidden(read, { left, top, width, height })).toEqual([])
      const title = read.drawn.find(({ page, size }) => page === 1 && size > 20)
      expect(top + height).toBeLessThan((read.pages[0]?.height ?? 0) - (title?.y ?? 0) - 15)
    }
  })
})

describe('a logo', () => {
  it('is large enough to be seen wherever it stands, and a coarse one is not made large', async () => {
    const { height } = measureLogo((await render({}, logos['a very wide drawing'])).read, longClinic.name)
    expect(height).toBeGreaterThan(6)
    const tiny = measureLogo((await render({}, logos['a tiny picture'], shortClinic)).read, shortClinic.name)
    expect(tiny.height).toBeLessThanOrEqual((24 * 72) / 110 + 0.01)
  })

  it('stands apart from the patient below it where two languages stand side by side', async () => {
    const { read } = await render({ language: 'es', secondLanguage: 'en' }, logos['a tall drawing'], shortClinic)
    const { top, height } = measureLogo(read, shortClinic.name)
    const { height: paper = 0 } = read.pages[0] ?? {}
    const tops = read.drawn.filter(({ page }) => page === 1).map(({ y, size }) => paper - y - 0.72 * size)
    const below = tops.filter((each) => each >= top + height)
    expect(Math.min(...below) - top - height).toBeGreaterThan(6)
  })

  it('gives the same bytes each time, and others than none', async () => {
    const once = await render({}, logos['a small photo'])
    const again = await render({}, open(readSample('colour.jpg')))
    expect(Buffer.compare(once.pdf, again.pdf)).toBe(0)
    expect(Buffer.compare(once.pdf, (await render({})).pdf)).not.toBe(0)
  })

  it('stands on the paper that has its record inside too', async () => {
    const inputs = { library, selection: choose(tick('fatty-liver')), clinic: longClinic, today }
    const mark = { id: '5f0c1c1e-7a0b-4b4e-9d5a-3f1f4f1d2c3b', issuedAt: '2026-11-22T09:30:00Z' }
    const { pdf } = await renderWithRecord(inputs, fonts, mark, { logo: logos['a square drawing'] })
    expect(measureLogo(await readPdf(pdf), longClinic.name).width).toBeGreaterThan(20)
  })
})

const oftenPrinted = [...listForms('standard', 'clear'), ...otherForms]

describe.each(oftenPrinted)('full sheets in $language on $paper in $size letters', (form) => {
  it('show a logo of any shape and give nothing of page 1 up for it', async () => {
    const sets = [...causes.map(({ id }) => [id]), commonCauses, commonCauses.slice(0, 2)]
    const drawings = Object.entries(logos).filter(([name]) => name.endsWith('drawing'))
    const faults: string[] = []
    for (const [index, set] of sets.entries()) {
      // Each set with one of them: with which one changes from form to form.
      const [name, logo] = drawings[(index + oftenPrinted.indexOf(form)) % drawings.length] ?? expect.fail('no logo')
      const selection = choose({ ...tick(...set), ...twoResults, ...form })
      const inputs = { library, selection, clinic: longClinic, today }
      const [bare, marked] = [layOutSelection(inputs, fonts), layOutSelection(inputs, fonts, { logo })]
      const isSame =
        marked.layout.firstPages === bare.layout.firstPages &&
        JSON.stringify(marked.composed) === JSON.stringify(bare.composed)
      if (!isSame) faults.push(`${name}, ${set.join(', ')}: another page 1`)
      const { pdf } = drawSheet(marked.layout)
      // A drawing comes into the file when it is drawn, and nothing else is a form.
      if (!Buffer.from(pdf).includes('/Subtype /Form')) faults.push(`${name}, ${set.join(', ')}: no logo`)
    }
    expect(faults).toEqual([])
  })
})
