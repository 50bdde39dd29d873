import { describe, expect, it } from 'vitest'
import { readPdf } from '../read-pdf.ts'
import { renderShipped, tick } from './shipped.ts'

/** The fonts inside a PDF as they are compressed, by what marks each. */
function listFontFiles(pdf: Uint8Array): string[] {
  const file = Buffer.from(pdf).toString('latin1')
  return [...file.matchAll(/\/Length1 \d+[^>]*>>\nstream\n(?<font>[^]*?)\nendstream/gu)].map(
    ({ groups }) => groups?.['font'] ?? '',
  )
}

const draw = async (patientName: string, language: string) => {
  const { pdf } = await renderShipped({ ...tick('fatty-liver'), patientName, language })
  return { fonts: listFontFiles(pdf), read: await readPdf(pdf) }
}

describe.each(['en', 'es'])('the fonts of a sheet in %s', (language) => {
  it('are the same for names of usual letters', async () => {
    const [one, other] = [await draw('Patient Name', language), await draw('Patient Other', language)]
    expect(one.fonts.length).toBeGreaterThanOrEqual(2)
    expect(one.fonts).toEqual(other.fonts)
  })

  it('have a letter more for a name that needs it, on the next sheet no longer', async () => {
    const usual = await draw('Patient Name', language)
    const rare = await draw('Pątient Ňame', language)
    expect(rare.read.text).toContain('Pątient Ňame')
    expect(rare.fonts).not.toEqual(usual.fonts)
    expect((await draw('Patient Name', language)).fonts).toEqual(usual.fonts)
  })
})

it('Chinese fonts have the characters of their sheet and no others', async () => {
  const [one, other] = [await draw('患者姓名', 'zh-CN'), await draw('患者甲乙', 'zh-CN')]
  expect(one.read.text).toContain('患者姓名')
  expect(other.read.text).toContain('患者甲乙')
  expect(one.fonts).not.toEqual(other.fonts)
  expect((await draw('患者姓名', 'zh-CN')).fonts).toEqual(one.fonts)
})

it.each(['en', 'zh-CN'])(
  'a character of two units, as in a rare name, is found again as itself in %s',
  async (language) => {
    const name = '王𬀩'
    const { read } = await draw(name, language)
    expect(read.drawn.filter(({ text }) => text.includes(name)).length).toBeGreaterThan(0)
    expect(read.spoken).toContain(name)
  },
)
