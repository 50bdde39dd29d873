import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cleanLogo, openLogo } from '../../../src/pdf/logo/read-logo.ts'
import { useTempFolder } from '../../store/temp-folder.ts'
import { aSheet } from '../a-sheet.ts'
import { render } from '../render.ts'
import { makeSvg, readSample } from './samples.ts'

const folder = useTempFolder()
const gradient =
  '<linearGradient id="g"><stop/><stop offset="1" stop-color="#0b6a67"/></linearGradient>' +
  '<g opacity=".5"><rect width="100" height="50" fill="url(#g)"/><circle cx="50" cy="50" r="40" stroke="red"/></g>'

/** The objects of a sheet with a logo, in plain text. */
async function readObjects(bytes: Uint8Array): Promise<string> {
  const file = join(folder(), 'sheet.pdf')
  writeFileSync(file, await render(aSheet(), { logo: openLogo(cleanLogo(bytes)) }))
  expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain('No syntax or stream encoding errors')
  return execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, '-'], { maxBuffer: 2 ** 28 }).toString(
    'latin1',
  )
}

describe('a sheet with a logo keeps PDF/A-2a and PDF/UA-1', () => {
  it.each(['half-clear.png', '16-bit.png', 'cmyk.jpg', 'grey.jpg'])(
    'with a picture of pixels: colours of the device, no mask, no smoothing: %s',
    async (name) => {
      const objects = await readObjects(readSample(name))
      expect(objects.match(/\/Subtype \/Image/gu)).toHaveLength(1)
      expect(objects).toMatch(/\/ColorSpace \/Device(?:RGB|Gray)/u)
      expect(objects).toContain('/OutputIntents')
      expect(objects).not.toMatch(/\/SMask|\/Mask|\/Interpolate|\/DeviceCMYK|\/Alternates|\/OPI|\/DCTDecode/u)
    },
  )

  it('with a drawing: gradients of its colours, groups without a colour space of their own', async () => {
    const objects = await readObjects(makeSvg(gradient))
    expect(objects.match(/\/Subtype \/Form/gu)).toHaveLength(2)
    expect(objects).toMatch(/\/ShadingType 2/u)
    expect(objects).toMatch(/\/S \/Transparency/u)
    expect(objects).not.toMatch(/\/Subtype \/Image|\/SMask|\/DeviceCMYK|\/PS\b|\/JavaScript|\/URI/u)
  })

  it('as a figure with words and a place, drawn once', async () => {
    const objects = await readObjects(makeSvg(gradient))
    const [figure] =
      objects.match(/<<[^<>]*\/S \/Figure[^<>]*>>|\/Alt \(Riverside Health Centre\)[\s\S]{0,200}\/S \/Figure/u) ?? []
    expect(figure).toBeDefined()
    expect(objects.match(/\/Logo Do/gu)).toHaveLength(1)
    expect(objects).toMatch(/\/Figure <<[^>]*\/MCID \d+[^>]*>> BDC\s+q\s+[\d. -]+ cm\s+\/Logo Do\s+Q\s+EMC/u)
  })
})
