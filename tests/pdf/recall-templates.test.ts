import { describe, expect, it } from 'vitest'
import { Clinic } from '../../src/domain/clinic.ts'
import { loadFonts } from '../../src/pdf/load-fonts.ts'
import { recallTemplates } from '../../src/pdf/recall-templates.ts'
import { renderSelection } from '../../src/pdf/render-selection.ts'
import { usualSpacing } from '../../src/pdf/compose-pages.ts'
import { makeRuler, setLines, toSpans, type Setting } from '../../src/pdf/setting.ts'
import { createTemplateMemory, createTextMemory } from '../../src/pdf/text-memory.ts'
import type { Language } from '../../src/domain/ids.ts'
import { fontFolder, fonts as opened } from './render.ts'
import { choose, library, tick, today, twoResults } from './shipped.ts'

const clinic = Clinic.parse({ name: 'Clinic of Quxington', phone: '555 0188', emergencyNumber: '112' })
const selection = (name: string, size: 'standard' | 'large' = 'standard') =>
  choose({
    ...tick('fatty-liver', 'drug-injury'),
    ...twoResults,
    size,
    patientName: name,
    note: 'Typed note for Zyxwv.\n**Bold** as typed',
    medicinesToStop: ['Quxamine'],
  })

/** How a text is set as a sheet in `language` sets it, by what is remembered so far. */
function openSetting(language: Language, templates = createTemplateMemory(() => true)): Setting {
  const memory = createTextMemory(templates)
  return { language, fonts: opened, ruler: makeRuler(opened), memory, scale: 1, spacing: usualSpacing }
}
const style = { size: 12, color: '#000000', weight: 'regular' } as const

describe('words of the library, remembered from one sheet to the next', () => {
  it('change no byte of a sheet that is drawn after others', async () => {
    const draw = (fonts: ReturnType<typeof loadFonts>, name: string, size?: 'large') =>
      renderSelection({ library, clinic, today, selection: selection(name, size) }, fonts)
    const used = loadFonts(fontFolder)
    for (const size of [undefined, 'large'] as const) await draw(used, 'Someone Else', size)
    for (const size of [undefined, 'large'] as const)
      expect((await draw(used, 'Patient Name', size)).pdf).toEqual(
        (await draw(loadFonts(fontFolder), 'Patient Name', size)).pdf,
      )
  })

  it('are all that is kept: nothing that was typed, no result and no day', async () => {
    const fonts = loadFonts(fontFolder)
    await renderSelection({ library, clinic, today, selection: selection('Zyxwv Utsrq') }, fonts)
    const { runs, paragraphs, lines, lists } = recallTemplates(library, fonts)
    const words = [...lists, ...paragraphs.keys(), ...lines.keys()].flatMap((spans) => spans.map(({ text }) => text))
    const kept = [...runs.keys(), ...words].join('\n')
    expect(runs.size).toBeGreaterThan(50)
    expect(kept).toContain('A note from your clinician')
    expect(kept).not.toMatch(/Zyxwv|Utsrq|Quxamine|Quxington|555 0188|as typed|2026|December|U\/L/u)
  })

  it('are set in the fonts of their language, after the same words in another', () => {
    const text = [{ text: 'ALT “…” 45' }]
    const templates = createTemplateMemory(() => true)
    const set = (language: Language, remembered?: typeof templates) =>
      toSpans(openSetting(language, remembered), text, style)
    expect(set('en')).not.toEqual(set('zh-CN'))
    for (const language of ['en', 'zh-CN', 'es', 'en'] as const) expect(set(language, templates)).toEqual(set(language))
  })

  it('are broken evenly or not as each place asks, after they were broken the other way', () => {
    const templates = createTemplateMemory(() => true)
    const text = [{ text: 'What your raised liver enzymes may mean for you at home' }]
    const set = (even: boolean, remembered?: typeof templates) => {
      const setting = openSetting('en', remembered)
      return setLines(setting, toSpans(setting, text, style), 240, even)
    }
    expect(set(true)).not.toEqual(set(false))
    for (const even of [false, true, false]) expect(set(even, templates)).toEqual(set(even))
  })
})
