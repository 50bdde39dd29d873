import { describe, expect, it } from 'vitest'
import { AppError } from '../../src/domain/app-error.ts'
import { Clinic } from '../../src/domain/clinic.ts'
import { renderSelection } from '../../src/pdf/render-selection.ts'
import { readPdf } from '../read-pdf.ts'
import { listOutside } from './examine-paper.ts'
import { fonts } from './render.ts'
import { choose, library, longClinic, tick, today, twoResults } from './shipped.ts'

type Change = Partial<ReturnType<typeof choose>>

/** What is said of choices when they are read and printed; null when they print. `past` is put in behind the reader's back. */
async function refuse(choices: object, past: Change = {}, clinic = longClinic) {
  try {
    const selection = { ...choose(choices), ...past }
    await renderSelection({ library, selection, clinic, today }, fonts)
    return null
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const said = error.problems.length > 0 ? error.problems.map(({ message }) => message) : [error.message]
    return { code: error.code, said }
  }
}

describe('a name that cannot print is refused with a sentence', () => {
  it.each([
    ['a mark that reverses reading', 'Patient \u202eName', /hidden marks that reverse the reading direction/u],
    ['an isolate', 'Patient \u2066Name', /hidden marks that reverse the reading direction/u],
    ['half a character', 'Patient \ud83d', /a broken character\. Please type it again/u],
    ['the other half', '\ude00 Name', /a broken character\. Please type it again/u],
    ['10,000 characters', 'x'.repeat(10_000), /please keep it to 80 characters or fewer/u],
  ])('of %s', async (_, patientName, sentence) => {
    expect(await refuse({ patientName })).toEqual({ code: 'bad-input', said: [expect.stringMatching(sentence)] })
    expect(await refuse({ patientName: 'Patient Name' })).toBeNull()
  })

  it.each([
    ['a mark that reverses reading', 'Patient \u202eName', 'U+202E (which does not show)'],
    ['half a character', 'Patient \ud83d', 'U+D83D (which does not show)'],
  ])('where it comes to the paper unread: %s', async (_, patientName, character) => {
    const said = [`Patient name: the character ${character} cannot be printed. Please leave it out.`]
    expect(await refuse({}, { patientName })).toEqual({ code: 'unprintable-text', said })
  })

  it('for a pile of marks, which would stand over other lines: in whatever is typed, by its field', async () => {
    const piled = `X${'\u0323'.repeat(35)}`
    const clinic = { name: piled, address: piled, phone: piled, openingHours: piled, emergencyNumber: piled }
    const past = { patientName: piled, note: `One line\nand ${piled}`, medicinesToStop: ['Aspirin', piled] }
    const names = ['Patient name', 'Note', 'Medicine to stop']
    const ofClinic = ['Clinic name', 'Address', 'Phone', 'Opening hours', 'Emergency number']
    expect(await refuse(tick('drug-injury'), past, { ...longClinic, ...clinic })).toEqual({
      code: 'unprintable-text',
      said: [...names, ...ofClinic].map(
        (name) => `${name}: there are more accents on "X" than can be printed. Please leave some of them out.`,
      ),
    })
    expect(await refuse({ ...tick('drug-injury'), medicinesToStop: ['X\u0323\u0323'] })).toBeNull()
  })

  it('and never cut short: 10,000 characters that come to the paper unread are told to be too long', async () => {
    for (const size of ['standard', 'large'] as const)
      expect(await refuse({ size }, { patientName: 'x'.repeat(10_000) })).toEqual({
        code: 'printing-failed',
        said: [expect.stringMatching(/too long for one page\. Please shorten it/u)],
      })
  })
})

describe('one unbroken word as long as a field takes', () => {
  const word = (first: string, length: number) => `${first}m`.repeat(length / 2)
  const clinic = Clinic.parse({
    ...longClinic,
    name: word('C', 80),
    address: word('A', 120),
    openingHours: word('H', 60),
  })
  const typed = {
    ...tick('fatty-liver', 'drug-injury'),
    ...twoResults,
    patientName: word('P', 80),
    note: word('N', 1200),
    medicinesToStop: [word('S', 80)],
  }

  it.each([
    { size: 'standard', paper: 'A4' },
    { size: 'clear', paper: 'Letter' },
    { size: 'large', paper: 'A4' },
    { size: 'standard', paper: 'A5', depth: 'short' },
    { size: 'standard', paper: 'A4', secondLanguage: 'es' },
    { size: 'large', paper: 'Letter', secondLanguage: 'zh-CN' },
  ] as const)('prints whole: $size, $paper, $secondLanguage', async (form) => {
    const inputs = { library, selection: choose({ ...typed, ...form }), clinic, today }
    const made = await renderSelection(inputs, fonts)
    const read = await readPdf(made.pdf)
    expect(listOutside(read, form.size)).toEqual([])
    expect(read.spoken).toBe(read.text)
    // Where a word goes on in the next line, a reader finds a space in it.
    const found = read.text.replaceAll(/\s/gu, '')
    const words = [clinic.name, clinic.address, clinic.openingHours, typed.patientName, typed.note]
    for (const each of [...words, ...('depth' in form ? [] : typed.medicinesToStop)]) expect(found).toContain(each)
  })
})
