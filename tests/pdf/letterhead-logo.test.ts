import { describe, expect, it } from 'vitest'
import { Clinic } from '../../src/domain/clinic.ts'
import { Language } from '../../src/domain/ids.ts'
import { cleanLogo, openLogo, type Logo } from '../../src/pdf/logo/read-logo.ts'
import { layOutSelection, renderSelection } from '../../src/pdf/render-selection.ts'
import { renderWithRecord } from '../../src/pdf/render-with-record.ts'
import { listElements, readPdf, type ReadPdf } from '../read-pdf.ts'
import { listOutside } from './examine-paper.ts'
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

const papers = [
  ...Language.options.flatMap((language) =>
    (['A4', 'Letter'] as const).flatMap((paper) =>
      (['standard', 'large'] as const).map((size) => ({ language, paper, size })),
    ),
  ),
  { language: 'en', paper: 'A5', depth: 'short', size: 'standard' },
  { language: 'es', secondLanguage: 'en', paper: 'A4', size: 'standard' },
  { language: 'zh-CN', secondLanguage: 'en', paper: 'Letter', size: 'clear' },
] as const

const isFullest = ({ language, paper }: (typeof papers)[number]) => language === 'en' && paper === 'Letter'

function findLogos({ pages }: ReadPdf, clinic: string) {
  return pages.flatMap(({ elements }, index) =>
    listElements(elements).flatMap(({ role, alternative, box }) =>
      role === 'Figure' && alternative === clinic && box ? [{ page: index + 1, box }] : [],
    ),
  )
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
      const [{ read }, bare] = [await render(choices, logo, clinic), await render(choices, undefined, clinic)]
      expect([read.text, read.spoken]).toEqual([bare.read.text, bare.read.spoken])
      expect(listOutside(read)).toEqual([])
      // The shortest paper, full to its last line, has none for a wide logo: the warnings come first.
      if (isFullest(choices) && findLogos(read, clinic.name).length === 0) continue
      const { left, top, width, height } = measureLogo(read, clinic.name)
      expect(width / height).toBeCloseTo(logo.ratio, 1)
      const { width: paper = 0 } = read.pages[0] ?? {}
      expect(left).toBeCloseTo(36, 2)
      expect(top).toBeGreaterThanOrEqual(36 - 0.01)
      expect(width).toBeLessThanOrEqual((paper - 72) * 0.3 + 0.01)
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

describe.each(
  Language.options.flatMap((language) => (['A4', 'Letter'] as const).map((paper) => ({ language, paper }))),
)('full sheets in $language on $paper', ({ language, paper }) => {
  it.each(['a square drawing', 'a wide drawing', 'a tall drawing'])('give nothing of page 1 up for %s', (name) => {
    const sets = [...causes.map(({ id }) => [id]), commonCauses, commonCauses.slice(0, 2)]
    const changed = sets.filter((set) => {
      const selection = choose({ ...tick(...set), ...twoResults, language, paper })
      const layOut = (logo?: Logo) =>
        layOutSelection({ library, selection, clinic: longClinic, today }, fonts, { logo })
      const [bare, withLogo] = [layOut(), layOut(logos[name])]
      const isSame = JSON.stringify(withLogo.composed) === JSON.stringify(bare.composed)
      return withLogo.layout.firstPages !== 1 || !isSame
    })
    expect(changed).toEqual([])
  })
})
